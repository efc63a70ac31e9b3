// Many strangers at once: each call comes from an address of its own, as through a proxy, since one and the same is answered twenty times a second at most.
export type Load = {
  /** Answers a second, over the whole time. */
  readonly perSecond: number;
  /** Milliseconds from when the call was due to when it was answered, so that a server that stops answering is not timed by fewer calls. */
  readonly median: number;
  readonly almostAll: number;
  readonly most: number;
  readonly failed: number;
};

type Wish = {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly seconds: number;
  /** Calls under way at once. */
  readonly connections: number;
  /** Calls a second; as many as are answered where it is not said. */
  readonly rate?: number;
  /** Whether each call asks for something that nobody has asked for before, so that none is kept. */
  readonly eachNew?: boolean;
};

type Request = { readonly path?: string; readonly headers?: Readonly<Record<string, string>> };
type Cannon = (options: {
  url: string;
  connections: number;
  duration: number;
  overallRate?: number;
  requests: readonly { setupRequest: (request: Request) => Request }[];
}) => PromiseLike<{
  requests: { average: number };
  latency: { p50: number; p99: number; max: number };
  non2xx: number;
  errors: number;
}>;

/** @throws when autocannon is not installed (npm install --prefix bench). */
export async function load({ origin, paths, seconds, connections, rate, eachNew = false }: Wish): Promise<Load> {
  const name = "autocannon";
  const { default: cannon } = (await import(name)) as { default: Cannon };
  let calls = 0;
  const setupRequest = (request: Request): Request => {
    calls += 1;
    const path = paths[calls % paths.length]!;
    return {
      ...request,
      path: eachNew ? `${path}?ny=${calls}` : path,
      headers: {
        "accept-encoding": "gzip, br",
        "x-forwarded-for": `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`,
      },
    };
  };
  const { requests, latency, non2xx, errors } = await cannon({
    url: origin,
    connections,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [{ setupRequest }],
  });
  return {
    perSecond: requests.average,
    median: latency.p50,
    almostAll: latency.p99,
    most: latency.max,
    failed: non2xx + errors,
  };
}
