import { z } from "zod";
import { CATEGORIES } from "../../collect/category.ts";
import { endpoint } from "../../ground/endpoint.ts";
import { LONGEST_TEXT, REPORT_FAULTS, REPORT_STATES } from "./fault-report.ts";
import { SYSTEM_FAULTS } from "./fault-system.ts";
import { WAYS } from "./geo-report.ts";

const partnership = z.string();
const done = z.object({ id: z.string() });
const chosen = z.array(z.object({ category: z.enum(CATEGORIES), code: z.string().max(200) })).max(CATEGORIES.length);
const type = z.object({ code: z.string(), name: z.string(), group: z.string() });

export const showFaultSystem = endpoint({
  name: "act.show-fault-system",
  kind: "question",
  path: "/api/act/{partnership}/fault-system",
  summary: "Kommunens system för felanmälan: var det finns, vilka ärendetyper det har och vilka som är valda",
  input: z.object({ partnership }),
  output: z.object({
    /** The asker looks after it. */
    mine: z.boolean(),
    system: z
      .object({
        address: z.string(),
        jurisdiction: z.string(),
        hasKey: z.boolean(),
        typesAt: z.string().nullable(),
        isAsked: z.boolean(),
        fault: z.enum(SYSTEM_FAULTS).nullable(),
        types: z.array(type.extend({ note: z.string(), way: z.enum(WAYS) })),
        chosen,
      })
      .nullable(),
  }),
});

export const setFaultSystem = endpoint({
  name: "act.set-fault-system",
  kind: "command",
  path: "/api/act/{partnership}/fault-system",
  summary: "Kommunens system för felanmälan (Open311 GeoReport v2); ärendetyperna hämtas strax",
  input: z.object({
    partnership,
    address: z.string().max(1000),
    jurisdiction: z.string().max(200),
    key: z.string().max(500),
  }),
  output: done,
});

export const chooseFaultTypes = endpoint({
  name: "act.choose-fault-types",
  kind: "command",
  path: "/api/act/{partnership}/fault-system/types",
  summary: "Vilken ärendetyp i felanmälan som föreslås för vilken av våra kategorier",
  input: z.object({ partnership, chosen }),
  output: done,
});

export const removeFaultSystem = endpoint({
  name: "act.remove-fault-system",
  kind: "command",
  path: "/api/act/{partnership}/fault-system/remove",
  summary: "Ta bort kommunens system för felanmälan; det som väntar skickas inte",
  input: z.object({ partnership }),
  output: done,
});

const one = z.object({ partnership, id: z.uuid() });

export const showFaultReport = endpoint({
  name: "act.show-fault-report",
  kind: "question",
  path: "/api/act/{partnership}/items/{id}/fault-report",
  summary: "Åtgärdspunktens felanmälan: om den kan skickas, och hur det går med den som är skickad",
  input: one,
  output: z.object({
    /** There is a system to send to, or something has been sent. */
    isThere: z.boolean(),
    may: z.boolean(),
    maySettle: z.boolean(),
    types: z.array(type),
    suggested: z.string().nullable(),
    place: z.string(),
    hasPosition: z.boolean(),
    report: z
      .object({
        state: z.enum(REPORT_STATES),
        askedAt: z.string(),
        office: z.string(),
        typeName: z.string(),
        text: z.string(),
        place: z.string(),
        withPosition: z.boolean(),
        reference: z.string(),
        attempts: z.number(),
        nextTry: z.string().nullable(),
        fault: z.enum(REPORT_FAULTS).nullable(),
        status: z.number().nullable(),
        said: z.string(),
        caseNumber: z.string().nullable(),
        closedAt: z.string().nullable(),
        lookedAt: z.string().nullable(),
        /** It is looked for again; no longer after a year and a half, or where the system is another. */
        isFollowed: z.boolean(),
      })
      .nullable(),
  }),
});

export const sendFaultReport = endpoint({
  name: "act.send-fault-report",
  kind: "command",
  path: "/api/act/{partnership}/items/{id}/fault-report",
  summary: "Skicka åtgärdspunkten till kommunens felanmälan, en gång",
  input: one.extend({ code: z.string().max(200), text: z.string().max(LONGEST_TEXT), withPosition: z.boolean() }),
  output: done,
});

export const settleFaultReport = endpoint({
  name: "act.settle-fault-report",
  kind: "command",
  path: "/api/act/{partnership}/items/{id}/fault-report/settle",
  summary: "Svaret gick förlorat: den finns hos dem med det här numret, eller finns inte och skickas igen",
  input: one.extend({ found: z.enum(["there", "not-there"]), caseNumber: z.string().max(200) }),
  output: done,
});

export const faultApi = [
  showFaultSystem,
  setFaultSystem,
  chooseFaultTypes,
  removeFaultSystem,
  showFaultReport,
  sendFaultReport,
  settleFaultReport,
] as const;
