import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Day } from "../ground/time.ts";
import { Funnel } from "./funnel.tsx";
import { HourMatrix } from "./hour-matrix.tsx";
import { factsOf, HowSure } from "./how-sure.tsx";
import { IntervalDots } from "./interval-dots.tsx";
import { isChosen, toggled, toggledGroup } from "./tally-choice.ts";
import { TallyList } from "./tally-list.tsx";
import { TimeStrip } from "./time-strip.tsx";

const days = { first: "2026-01-05" as Day, counts: Array.from({ length: 28 }, (_, place) => (place < 7 ? 1 : 2)) };
const strip = {
  lang: "sv",
  sentence: "Fler efter en vecka.",
  days,
  countHead: "Händelser",
  resolution: "week",
} as const;
const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length;

describe("a time strip on the server", () => {
  it("is a picture with the finding as its name, a table with every bar, and no handles", () => {
    const markup = renderToStaticMarkup(createElement(TimeStrip, strip));
    expect(markup).toContain('role="img" aria-label="Fler efter en vecka."');
    expect(count(markup, /<th scope="row"/g)).toBe(4);
    expect(markup).toContain("5–11 januari 2026");
    expect(markup).not.toContain('role="slider"');
  });

  it("draws its bars as one path for each state, however many they are", () => {
    const many = { first: "2025-01-01" as Day, counts: new Uint8Array(500).fill(3) };
    const markup = renderToStaticMarkup(createElement(TimeStrip, { ...strip, days: many, resolution: "day" }));
    const drawing = /<svg class="chart-drawing.*?<\/svg>/.exec(markup)?.[0] ?? "";
    expect(count(drawing, /<(?:path|rect)\b/g)).toBeLessThanOrEqual(4);
    expect(count(drawing, /Z/g)).toBeGreaterThanOrEqual(500);
  });

  it("starts at zero: a bar half as high has half the count of the top", () => {
    const two = { first: "2026-01-05" as Day, counts: [5, 10] };
    const markup = renderToStaticMarkup(createElement(TimeStrip, { ...strip, days: two, resolution: "day" }));
    expect(markup).toContain("M0.44 100V50H0.56V100Z");
    expect(markup).toContain("M1.44 100V0H1.56V100Z");
  });

  it("with a span says where its handles stand in words", () => {
    const chosen = { from: "2026-01-12" as Day, to: "2026-01-25" as Day };
    const markup = renderToStaticMarkup(createElement(TimeStrip, { ...strip, chosen, onBrush: () => undefined }));
    expect(count(markup, /role="slider"/g)).toBe(2);
    expect(markup).toContain('aria-valuetext="12 januari 2026"');
    expect(markup).toContain('aria-valuetext="25 januari 2026"');
    expect(markup).toContain("Valt: 12–25 januari 2026");
  });

  it("never tells a count that is too small, in the picture or in the table", () => {
    const one = { first: "2026-01-05" as Day, counts: [3, 9] };
    const markup = renderToStaticMarkup(
      createElement(TimeStrip, { ...strip, days: one, resolution: "day", fewBelow: 5 }),
    );
    expect(markup).toContain("färre än 5");
    expect(markup).not.toContain(">3<");
  });
});

describe("weekday by hour on the server", () => {
  const hours = Array.from({ length: 168 }, (_, hour) => (hour === 116 ? 8 : hour === 0 ? 3 : 0));
  const props = { lang: "sv", sentence: "Flest fredag 20–22.", hours, cellHours: 2 } as const;

  it("is a table with figures from five, not below", () => {
    const markup = renderToStaticMarkup(createElement(HourMatrix, { ...props, withoutHour: 14 }));
    expect(count(markup, /<td class="hours-0"/g)).toBe(82);
    expect(count(markup, /<td class="hours-few"/g)).toBe(1);
    expect(markup).toContain('<td class="hours-5">8</td>');
    expect(markup).toContain("14 saknar klockslag");
    expect(markup).not.toContain('role="grid"');
  });

  it("is a grid with one stop for the keyboard where it can be chosen from", () => {
    const markup = renderToStaticMarkup(
      createElement(HourMatrix, { ...props, chosen: [116, 117], onChoose: () => undefined }),
    );
    expect(count(markup, /tabindex="0"/gi)).toBe(2 - 1);
    expect(count(markup, /aria-selected="true"/g)).toBe(1);
    expect(count(markup, /aria-selected="false"/g)).toBe(83);
    expect(markup).toContain("Valt: fredag 20–22");
  });

  it("outlines a cell only when all its hours are", () => {
    const outlined = (list: readonly number[]) =>
      count(renderToStaticMarkup(createElement(HourMatrix, { ...props, outlined: list })), /<td[^>]*hours-outlined/g);
    expect(outlined([116, 117])).toBe(1);
    expect(outlined([116])).toBe(0);
  });
});

describe("a list of counts", () => {
  const tallies = [
    { key: "b", word: "Byar", count: 3 },
    { key: "a", word: "Allmänt", count: 40, usual: { low: 10, high: 20 } },
    { key: "c", word: "Dolt", count: undefined },
  ];
  it("keeps the order it was given, marks the few, withholds what is withheld and says what is unusual", () => {
    const markup = renderToStaticMarkup(
      createElement(TallyList, { lang: "sv", caption: "Efter slag", heads: ["Slag", "Poster"], tallies }),
    );
    expect(markup.indexOf("Byar")).toBeLessThan(markup.indexOf("Allmänt"));
    expect(markup).toMatch(/3 <abbr[^>]*>få<\/abbr>/);
    expect(markup).toContain("fler än brukligt");
    expect(markup).toContain("färre än 5");
  });

  it("a group is chosen whole, and let go whole", () => {
    const keys = ["x", "y"];
    expect(isChosen(new Set(["x"]), keys)).toBe("some");
    expect([...toggledGroup(new Set(["x", "z"]), keys)].toSorted()).toEqual(["x", "y", "z"]);
    expect([...toggledGroup(new Set(["x", "y", "z"]), keys)]).toEqual(["z"]);
    expect([...toggled(toggled(new Set(), "x"), "x")]).toEqual([]);
  });
});

describe("a long tally", () => {
  it("shows the greatest and what is chosen, in their order, and offers the rest", () => {
    const tallies = Array.from({ length: 40 }, (_, at) => ({ key: `k${at}`, word: `Slag ${at}`, count: at }));
    const markup = renderToStaticMarkup(
      createElement(TallyList, { lang: "sv", caption: "", heads: ["Slag", "Antal"], tallies, chosen: ["k3"] }),
    );
    const words = [...markup.matchAll(/Slag (\d+)/g)].map(([, at]) => Number(at));
    expect(words).toEqual([3, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
    expect(markup).toContain("Visa alla 40");
  });
});

describe("the week with many", () => {
  const matrix = (most: number) =>
    renderToStaticMarkup(
      createElement(HourMatrix, { lang: "sv", sentence: "", hours: Array.from({ length: 168 }, () => most / 2) }),
    );

  it("is told in thousands where figures would not fit, and in full to who listens", () => {
    expect(matrix(15_432)).toContain(
      '<span aria-hidden="true">15</span><span class="visually-hidden">15\u00A0432</span>',
    );
    expect(matrix(15_432)).toContain("siffror i tusental");
    expect(matrix(400)).not.toContain("tusental");
  });
});

describe("how sure", () => {
  it("says what is known and is silent on the rest", () => {
    const names = (facts: ReturnType<typeof factsOf>) => facts.map(({ name }) => name);
    expect(names(factsOf({ sentences: [] }, "sv"))).toEqual([]);
    expect(
      names(
        factsOf(
          { sentences: [], n: "186 poster", tested: "96 rutor", leftOut: [{ count: 0, why: "utan plats" }] },
          "sv",
        ),
      ),
    ).toEqual(["Underlag", "Prövat samtidigt"]);
  });

  it("is folded until it is asked, with the figures in Swedish", () => {
    const markup = renderToStaticMarkup(
      createElement(HowSure, {
        lang: "sv",
        sureness: {
          sentences: ["Det är osäkert."],
          interval: { low: "42,1", high: "44,0 km/h", percent: 95 },
          leftOut: [
            { count: 1400, why: "utan plats" },
            { count: 3, why: "utan datum" },
          ],
        },
      }),
    );
    expect(markup).toMatch(/^<details class="how-sure"><summary>Hur säkert är det här\?/);
    expect(markup).toContain("mellan 42,1 och 44,0 km/h; ett så räknat spann rymmer det rätta värdet 95 gånger av 100");
    expect(markup).toContain("1\u00A0400\u00A0utan plats och 3\u00A0utan datum");
  });
});

describe("comparisons", () => {
  it("a funnel's table has the order it was given, with ours named, and its heading is the verdict", () => {
    const point = (name: string, base: number, value: number) => ({ name, base, value, low: 1, high: 9 });
    const markup = renderToStaticMarkup(
      createElement(Funnel, {
        lang: "sv",
        verdict: "Ockelbo: inom det förväntade",
        sentence: "Fyra per tusen.",
        ours: point("Ockelbo", 5900, 4),
        others: [point("Berghem", 4000, 2), point("Avdala", 9000, 8)],
        limits: [
          { base: 3000, low: 0, high: 10 },
          { base: 10_000, low: 2, high: 7 },
        ],
        centre: 4,
        centreWords: "Streckat: medel",
        valueWords: "per 1 000",
        baseWords: "invånare",
        nameHead: "Kommun",
      }),
    );
    expect(markup).toContain("<h3>Ockelbo: inom det förväntade</h3>");
    const rows = [...markup.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name);
    expect(rows).toEqual(["Berghem", "Avdala", "Ockelbo (det här är vi)"]);
  });

  it("interval dots say each number, and why there is none", () => {
    const markup = renderToStaticMarkup(
      createElement(IntervalDots, {
        lang: "sv",
        sentence: "Lägre fart.",
        unit: "km/h",
        nameHead: "Plats",
        rows: [
          { name: "Bruksvägen", before: 52, now: { value: 47, low: 45.4, high: 48.6 }, target: 43 },
          { name: "Åmotsvägen", unsaid: "Går inte att säga" },
        ],
      }),
    );
    expect(markup).toContain('aria-label="Bruksvägen: före 52, nu 47 (45,4–48,6), mål 43 km/h"');
    expect(count(markup, /Går inte att säga/g)).toBe(3);
  });
});

describe("dots before and now", () => {
  const rows = [{ name: "Skolgatan", before: 50, now: { value: 44, low: 43, high: 45 } }];
  const dots = { lang: "sv", sentence: "V85 sjönk.", nameHead: "Sträcka", unit: "km/h", rows } as const;
  const ends = (markup: string) => /dots-scale[^>]*><span>(.*?)<\/span><span>(.*?)<\/span>/.exec(markup)?.slice(1);

  it("have room at the end of the axis, which starts at zero unless what is measured asks for less", () => {
    expect(ends(renderToStaticMarkup(createElement(IntervalDots, dots)))).toEqual(["0", "60 km/h"]);
    const near = renderToStaticMarkup(createElement(IntervalDots, { ...dots, axisFrom: "least" }));
    expect(ends(near)).toEqual(["30", "60 km/h"]);
  });

  it("say whose the uncertainty is, and a table beneath has a name of its own", () => {
    const both = { ...dots, both: true, tableName: "V85 före och nu" };
    const markup = renderToStaticMarkup(createElement(IntervalDots, both));
    expect(markup).toContain("Osäkerhet nu");
    expect(markup).toContain("V85 före och nu</caption>");
  });
});
