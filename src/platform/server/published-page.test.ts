import { describe, expect, test } from "vitest";
import { isPublic, type Network, readPublishedPage } from "./published-page.ts";

const PAGE = "https://www.ockelbo.se/medborgarlofte";
type Answer = {
  readonly status?: number;
  readonly type?: string;
  readonly location?: string;
  readonly body?: string | Uint8Array;
};

/** A network where names are who they are said to be, and pages what they are said to hold. Tells whom was called. */
function networkOf(
  pages: Readonly<Record<string, Answer>>,
  names: Readonly<Record<string, readonly string[]>> = { "www.ockelbo.se": ["194.71.24.10"] },
) {
  const called: string[] = [];
  const network: Network = {
    addressesOf: async (host) => names[host] ?? [],
    get: async (url, address) => {
      called.push(`${url.href} ${address}`);
      const {
        status = 200,
        type = "text/html; charset=utf-8",
        location,
        body = "",
      } = pages[url.href] ?? { status: 404 };
      async function* parts() {
        yield typeof body === "string" ? new TextEncoder().encode(body) : body;
      }
      return { status, headers: { "content-type": type, location }, body: parts(), end: () => {} };
    },
  };
  return { network, called };
}

test("a page is read at the very address that was looked at", async () => {
  const { network, called } = networkOf({ [PAGE]: { body: "<p>Löfte</p>" } });
  expect(await readPublishedPage(PAGE, network)).toEqual({ ok: true, text: "<p>Löfte</p>", isHtml: true });
  expect(called).toEqual([`${PAGE} 194.71.24.10`]);
});

test("is read in the letters it is written in, and as plain text where it is that", async () => {
  const { network } = networkOf({
    [PAGE]: { type: "text/plain; charset=iso-8859-1", body: Uint8Array.of(0x4c, 0xf6, 0x66, 0x74, 0x65) },
  });
  expect(await readPublishedPage(PAGE, network)).toEqual({ ok: true, text: "Löfte", isHtml: false });
});

test("where it is sent on, it follows a few times", async () => {
  const { network } = networkOf({
    [PAGE]: { status: 301, location: "/ny" },
    "https://www.ockelbo.se/ny": { body: "x" },
  });
  expect(await readPublishedPage(PAGE, network)).toMatchObject({ ok: true, text: "x" });
});

test.for([
  ["http://www.ockelbo.se/", "address-not-https"],
  ["ftp://www.ockelbo.se/", "address-not-https"],
  ["file:///etc/passwd", "address-not-https"],
  ["www.ockelbo.se", "address-not-https"],
  ["https://www.ockelbo.se:8443/", "address-not-https"],
  ["https://karin:hemligt@www.ockelbo.se/", "address-not-https"],
  ["https://127.0.0.1/", "address-not-public"],
  ["https://2130706433/", "address-not-public"],
  ["https://0x7f.1/", "address-not-public"],
  ["https://[::1]/", "address-not-public"],
  ["https://[::ffff:10.0.0.1]/", "address-not-public"],
  ["https://nobody.example/", "address-not-public"],
  ["https://inside.example/", "address-not-public"],
  ["https://both.example/", "address-not-public"],
] as const)("%s is not called: %s", async ([address, why]) => {
  const { network, called } = networkOf(
    {},
    { "inside.example": ["10.1.2.3"], "both.example": ["194.71.24.10", "fd00::1"] },
  );
  expect(await readPublishedPage(address, network)).toEqual({ ok: false, why });
  expect(called).toEqual([]);
});

describe("what answers is not believed", () => {
  test.for([
    [
      "sends on to a neighbour of the server",
      { status: 302, location: "https://169.254.169.254/latest/meta-data" },
      "address-not-public",
    ],
    ["sends on to a name of a neighbour", { status: 307, location: "https://inside.example/" }, "address-not-public"],
    ["sends on to what is not https", { status: 301, location: "http://www.ockelbo.se/" }, "address-not-https"],
    ["sends on for ever", { status: 301, location: PAGE }, "page-moved-on"],
    ["is not there", { status: 404 }, "page-not-there"],
    ["moves without saying where", { status: 302 }, "page-not-there"],
    ["is a picture", { type: "image/png" }, "page-not-text"],
    ["is larger than a page", { body: new Uint8Array(2_000_001) }, "page-too-large"],
  ] as const)("that %s", async ([, answer, why]) => {
    const { network, called } = networkOf(
      { [PAGE]: answer },
      { "www.ockelbo.se": ["194.71.24.10"], "inside.example": ["192.168.1.1"] },
    );
    expect(await readPublishedPage(PAGE, network)).toEqual({ ok: false, why });
    expect(called.filter((call) => !call.startsWith(PAGE))).toEqual([]);
  });

  test("that says nothing, or breaks", async () => {
    const { network } = networkOf({});
    const silent = { ...network, get: () => new Promise<never>(() => {}) };
    const broken = { ...network, get: () => Promise.reject(new Error("ECONNRESET")) };
    for (const one of [silent, broken])
      expect(await readPublishedPage(PAGE, one, 30)).toEqual({ ok: false, why: "page-not-answered" });
  });
});

test.for([
  ["194.71.24.10", true],
  ["2a00:801::1", true],
  ["0.0.0.0", false],
  ["10.0.0.1", false],
  ["100.64.0.1", false],
  ["127.0.0.1", false],
  ["169.254.169.254", false],
  ["172.31.255.255", false],
  ["192.168.0.1", false],
  ["198.19.0.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::ffff:194.71.24.10", false],
  ["64:ff9b::a00:1", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["2001:db8::1", false],
  ["2002:a00:1::", false],
  ["not an address", false],
] as const)("%s is everybody's: %s", ([address, is]) => {
  expect(isPublic(address)).toBe(is);
});
