// Invented maps: the cases as they could have fallen if nothing were going on, given the model. Only what falls within the longest span counts, so only that is drawn: conditioned on how much of
// everything lies there, which is exact (statistics.md 3 b, d).
import { type Chance, chanceOf } from "../numbers/random.ts";
import { sumOf } from "../numbers/sum.ts";
import { binomial, drawer, hypergeometric, poisson, uniformsOf } from "./scan-chance.ts";
import type { CylinderProblem } from "./scan-problem.ts";

/** Takes so many cases at a place and a time. */
export type Take = (place: number, time: number, count: number) => void;
/** The invented map of this number. */
export type Draw = (replicate: number, take: Take) => void;

/** The first time that any window reaches back to. */
export function firstTime({ alive, times, longest }: CylinderProblem): number {
  return alive ? times - longest : 0;
}

export function drawOf(problem: CylinderProblem): Draw {
  switch (problem.model) {
    case "permutation":
      return permuted(problem);
    case "bernoulli":
      return amongPeople(problem);
    case "poisson":
      return scattered(problem, (share, chance) => binomial(problem.total, share, chance));
    case "expectation":
      return scattered(problem, (share, chance) => poisson(problem.population * share, chance));
  }
}

/** Times are put in another order over the cases. Only the late times matter: so many cases are drawn, without putting back, to have them. */
function permuted(problem: CylinderProblem): Draw {
  const { place, time, count } = problem.cases;
  const since = firstTime(problem);
  const places = new Int32Array(problem.total);
  const late: number[] = [];
  for (let cell = 0, one = 0; cell < count.length; cell++)
    for (let i = 0; i < count[cell]!; i++) {
      places[one++] = place[cell]!;
      if (time[cell]! >= since) late.push(time[cell]!);
    }
  const partner = new Int32Array(late.length);
  return (replicate, take) => {
    const chance = chanceOf(problem.seed, replicate);
    for (let i = 0; i < late.length; i++) {
      const j = i + chance.below(places.length - i);
      partner[i] = j;
      const drawn = places[j]!;
      places[j] = places[i]!;
      places[i] = drawn;
      take(drawn, late[i]!, 1);
    }
    // Put back as it was, so that a replicate depends on its own number only.
    for (let i = late.length - 1; i >= 0; i--) {
      const drawn = places[i]!;
      places[i] = places[partner[i]!]!;
      places[partner[i]!] = drawn;
    }
  };
}

/** Each of the people is a case or not: cell by cell so many of those left, without putting back. */
function amongPeople(problem: CylinderProblem): Draw {
  const { times, circles, total, population } = problem;
  const since = firstTime(problem);
  const { values } = cellsFrom(problem, since);
  const late = times - since;
  return (replicate, take) => {
    const chance = chanceOf(problem.seed, replicate);
    let [casesLeft, peopleLeft] = [total, population];
    for (let cell = 0; cell < circles.places * late && casesLeft > 0; cell++) {
      const here = hypergeometric(values[cell]!, casesLeft, peopleLeft, chance);
      if (here > 0) take(Math.floor(cell / late), since + (cell % late), here);
      casesLeft -= here;
      peopleLeft -= values[cell]!;
    }
  };
}

/** Beyond so many cases a cell it is quicker to ask each cell how many than each case where. */
const CASES_A_CELL = 4;

/** So many in all, then each case to a cell with the chances the measure gives. */
function scattered(problem: CylinderProblem, howMany: (share: number, chance: Chance) => number): Draw {
  const since = firstTime(problem);
  const { times, circles } = problem;
  const { values, sum } = cellsFrom(problem, since);
  const share = since === 0 ? 1 : sum / (problem.model === "poisson" ? problem.total : problem.population);
  const expected = problem.model === "poisson" ? sum : problem.population * share;
  const rising = new Float64Array(values.length + 1);
  // What is left from each cell on, summed from the end so that the last cell's share of itself is one.
  for (let cell = values.length - 1; cell >= 0; cell--) rising[cell] = rising[cell + 1]! + values[cell]!;
  const one = expected > CASES_A_CELL * values.length ? undefined : drawer(values);
  const uniforms = uniformsOf();
  const held = new Int32Array(values.length);
  return (replicate, take) => {
    const chance = chanceOf(problem.seed, replicate);
    let left = howMany(share, chance);
    if (one === undefined)
      for (let cell = 0; cell < values.length; cell++) {
        held[cell] = left > 0 ? binomial(left, values[cell]! / rising[cell]!, chance) : 0;
        left -= held[cell]!;
      }
    else {
      held.fill(0);
      // A stream of its own, since how far the other one has come depends on what it drew.
      const drawn = uniforms(problem.seed, replicate + SECOND_STREAM, left);
      for (let i = 0; i < left; i++) held[one(drawn[i]!)]!++;
    }
    for (let place = 0, cell = 0; place < circles.places; place++)
      for (let time = since; time < times; time++, cell++) if (held[cell]! > 0) take(place, time, held[cell]!);
  };
}

/** Streams from here on are the second ones of replicates. */
const SECOND_STREAM = 2 ** 31;

/** The measure of the cells from a time on, place by place. */
function cellsFrom({ measure, times, circles }: CylinderProblem, since: number) {
  const late = times - since;
  const values = new Float64Array(circles.places * late);
  for (let place = 0; place < circles.places; place++)
    for (let time = since; time < times; time++)
      values[place * late + time - since] =
        measure.kind === "product"
          ? measure.place[place]! * measure.time[time]!
          : measure.values[place * times + time]!;
  return { values, sum: sumOf(values) };
}
