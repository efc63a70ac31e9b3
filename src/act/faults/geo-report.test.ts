// Answers as the standard (wiki.open311.org/GeoReport_v2) shows them, written down by hand, and answers that are none.
import { expect, test } from "vitest";
import { isKeepable } from "../../ground/keepable.ts";
import type { Instant } from "../../ground/time.ts";
import * as geo from "./geo-report.ts";

const NOW = "2026-11-24T09:00:00.000Z" as Instant;
const spoken = { address: "https://fel.example/v2/", jurisdiction: "kommun.example", format: "json" } as const;

test("addresses are put after the one that was given, with whose they are", () => {
  expect(geo.typesAddress(spoken)).toBe("https://fel.example/v2/services.json?jurisdiction_id=kommun.example");
  expect(geo.typeAddress(spoken, "a/b c")).toContain("/services/a%2Fb%20c.json?");
  expect(geo.ticketAddress({ ...spoken, jurisdiction: "" }, "12")).toBe("https://fel.example/v2/tokens/12.json");
  expect(geo.casesAddress({ ...spoken, format: "xml" }, ["1", "å&2"])).toBe(
    "https://fel.example/v2/requests.xml?jurisdiction_id=kommun.example&service_request_id=1%2C%C3%A5%262",
  );
  expect(geo.filingAddress(spoken)).toBe("https://fel.example/v2/requests.json");
});

test("what is sent has what is wrong and where, and no field for who", () => {
  const filing = { key: "k&y", jurisdiction: "", code: "001", text: "Lampan är släckt\n=&", place: "Torget" };
  const form = new URLSearchParams(geo.formOf({ ...filing, position: [16.7, 60.9] }));
  expect(Object.fromEntries(form)).toEqual({
    api_key: "k&y",
    service_code: "001",
    lat: "60.9",
    long: "16.7",
    address_string: "Torget",
    description: "Lampan är släckt\n=&",
  });
  expect([...new URLSearchParams(geo.formOf({ ...filing, key: "", position: undefined })).keys()]).toEqual([
    "service_code",
    "address_string",
    "description",
  ]);
});

const TYPE = { code: "001", name: "Belysning", group: "Gata", note: "Trasig & svag", way: "followed", askedOf: false };
const DEAF = { code: "002", name: "Annat", group: "", note: "", way: "never-answers", askedOf: true };
test.each([
  [
    "json",
    `[{"service_code":"001","service_name":"Belysning","description":"Trasig & svag","metadata":false,"type":"realtime","keywords":"a, b","group":"Gata"},
      {"service_code":2,"service_name":"Annat","metadata":"true","type":"blackbox"}]`,
  ],
  [
    "xml",
    `<?xml version="1.0" encoding="utf-8"?><services><service><service_code>001</service_code><service_name>Belysning</service_name>
     <description><![CDATA[Trasig & svag]]></description><metadata>false</metadata><type>realtime</type><group>Gata</group></service>
     <service><service_code>2</service_code><service_name>Annat</service_name><metadata>true</metadata><type>blackbox</type></service></services>`,
  ],
] as const)("types in %s", (format, text) =>
  expect(geo.readTypes(text, format)).toEqual([TYPE, { ...DEAF, code: "2" }]),
);

test.each([
  ["json", `{"service_code":"DMV66","attributes":[{"variable":true,"code":"WHISHETN","required":true}]}`, true],
  ["json", `{"service_code":"DMV66","attributes":[{"variable":false,"code":"NOTE","required":true}]}`, false],
  ["json", `[{"code":404,"description":"no such"}]`, undefined],
  [
    "xml",
    `<service_definition><service_code>DMV66</service_code><attributes><attribute><variable>true</variable><required>true</required>
     <values><value><key>1</key><name>A</name></value></values></attribute></attributes></service_definition>`,
    true,
  ],
  ["xml", `<service_definition><service_code>1</service_code></service_definition>`, false],
] as const)("a definition in %s that asks for more: %s", (format, text, asks) =>
  expect(geo.readAsksMore(text, format)).toBe(asks),
);

test.each([
  ["json", `[{"service_request_id":293944,"service_notice":"","account_id":null}]`, { caseNumber: "293944" }],
  ["json", `[{"service_request_id":"","token":"12x"}]`, { ticket: "12x" }],
  ["json", `[{"service_request_id":12345678901234567890}]`, undefined],
  ["json", `[{"service_request_id":"1,2"}]`, undefined],
  ["json", `[]`, undefined],
  ["json", `<html>Tack!</html>`, undefined],
  [
    "xml",
    `<service_requests><request><service_request_id>293944</service_request_id></request></service_requests>`,
    { caseNumber: "293944" },
  ],
  ["xml", `<service_requests><request><token>12345</token></request></service_requests>`, { ticket: "12345" }],
  ["xml", `<!DOCTYPE a [<!ENTITY b "1">]><service_requests><request><token>&b;</token></request></service_requests>`],
  ["xml", `<service_requests><request>`],
] as const)("in %s, what was filed: %s", (format, text, filed?: geo.Filed) =>
  expect(geo.readFiled(text, format)).toEqual(filed),
);

test.each([
  [
    "json",
    `[{"service_request_id":638344,"status":"closed","status_notes":"Duplicate request.","updated_datetime":"2010-04-14T06:37:38-08:00"},
      {"service_request_id":"638349","status":"open","status_notes":null},{"service_request_id":"3","status":"lost"}]`,
  ],
  [
    "xml",
    `<service_requests><request><service_request_id>638344</service_request_id><status>closed</status><status_notes>Duplicate request.</status_notes>
      <updated_datetime>2010-04-14T06:37:38-08:00</updated_datetime></request>
      <request><service_request_id>638349</service_request_id><status>open</status><status_notes/></request></service_requests>`,
  ],
] as const)("how cases stand, in %s", (format, text) =>
  expect([...(geo.readStatuses(text, format, { now: NOW, key: "" }) ?? [])]).toEqual([
    ["638344", { closed: true, note: "Duplicate request.", changedAt: "2010-04-14T14:37:38.000Z" as Instant }],
    ["638349", { closed: false, note: "", changedAt: undefined }],
  ]),
);

test.each([
  ["json", `[{"code":403,"description":"Missing or Invalid API Key"}]`, "Missing or Invalid API Key"],
  ["xml", `<errors><error><code>400</code><description>A &lt; B</description></error></errors>`, "A < B"],
  ["json", `oj`, ""],
] as const)("errors in %s", (format, text, said) => expect(geo.readErrors(text, format, "")).toBe(said));

test.each(["\\u0000", "\\ud800", "\\udc00x"])("a letter that no database takes is marked: %s", (odd) => {
  const types = geo.readTypes(
    `[{"service_code":"1","service_name":"A${odd}","description":"${odd}"},{"service_code":"2${odd}"}]`,
    "json",
  );
  expect(types).toHaveLength(1);
  expect(isKeepable(types)).toBe(true);
  expect(types?.[0]?.name).toContain("\ufffd");
  const statuses = geo.readStatuses(`[{"service_request_id":"1","status":"open","status_notes":"a${odd}"}]`, "json", {
    now: NOW,
    key: "",
  });
  expect(isKeepable(statuses?.get("1")?.note)).toBe(true);
  expect(isKeepable(geo.readErrors(`[{"description":"nej${odd}"}]`, "json", ""))).toBe(true);
  // Without the letter it would be another number.
  expect(geo.readFiled(`[{"service_request_id":"1${odd}2"}]`, "json")).toBe(undefined);
});

test("what is cut short ends with a whole letter", () => {
  const said = `${"a".repeat(499)}😀`;
  const cut = geo.readErrors(JSON.stringify([{ description: said }]), "json", "");
  expect(cut).toBe(`${"a".repeat(499)}\ufffd`);
  expect(geo.readErrors(`<errors><error><description>${said}</description></error></errors>`, "xml", "")).toBe(cut);
});

test.each([
  ["1999-12-31T23:59:59Z", undefined],
  ["2000-01-01T00:00:00Z", "2000-01-01T00:00:00.000Z"],
  ["2026-11-25T09:00:00Z", "2026-11-25T09:00:00.000Z"],
  ["2026-11-25T09:00:01Z", undefined],
  ["+275760-09-13T00:00:00Z", undefined],
  ["i går", undefined],
])("changed at %s", (said, changedAt) => {
  const text = JSON.stringify([{ service_request_id: "1", status: "closed", updated_datetime: said }]);
  expect(geo.readStatuses(text, "json", { now: NOW, key: "" })?.get("1")?.changedAt).toBe(changedAt);
});

test("an answer with more in it than anybody has to tell is not read", () => {
  const types = (many: number) => JSON.stringify(Array.from({ length: many }, (_, at) => ({ service_code: at, a: 1 })));
  expect(geo.readTypes(types(1000), "json")).toHaveLength(500);
  expect(geo.readTypes(types(7000), "json")).toBe(undefined);
  expect(geo.readTypes(`[{"service_code":1,"a":[${"1,".repeat(20_000)}1]}]`, "json")).toBe(undefined);
  const type = "<service><service_code>1</service_code></service>";
  expect(geo.readTypes(`<services>${type.repeat(1000)}</services>`, "xml")).toHaveLength(500);
  expect(geo.readTypes(`<services>${type.repeat(10_001)}</services>`, "xml")).toBe(undefined);
});

test.each([
  ["hem lig&å", "hem lig&å"],
  ["hem lig&å", "hem%20lig%26%C3%A5"],
  ["hem lig&å", "hem+lig%26%c3%a5"],
  ["k", "k"],
])("the key %s is not told where they say it again as %s", (key, said) => {
  const errors = JSON.stringify([{ description: `Fel: ${said}!` }]);
  expect(geo.readErrors(errors, "json", key)).toBe("Fel: «…»!");
  const statuses = JSON.stringify([{ service_request_id: "1", status: "open", status_notes: said }]);
  expect(geo.readStatuses(statuses, "json", { now: NOW, key })?.get("1")?.note).toBe("«…»");
});

test("a key is not told by half where what they say is cut", () => {
  const said = geo.readErrors(JSON.stringify([{ description: `${"a".repeat(495)}hemlig` }]), "json", "hemlig");
  expect(said).toBe(`${"a".repeat(495)}«…»`);
});
