import { no, yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { download, here, type Route } from "../../platform/server/routes.ts";
import type { Content } from "../document.ts";
import { documentBySlug } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { writePromiseFile } from "./file.ts";
import { tableOf } from "./table.ts";

type Ask = Asking<PledgeDatabase>;

const exportDocument = download(api.exportDocument, async ({ slug, form }, ask: Ask) => {
  const document = await documentBySlug(ask.tx, here(ask), slug);
  if (document === undefined) return no("not-found");
  return yes({ ...fileOf(document.content, form), fileName: `medborgarlofte-${slug}.${form}` });
});

function fileOf(content: Content, form: "json" | "csv"): { bytes: Uint8Array; contentType: string } {
  return form === "csv"
    ? { bytes: tableOf([content]), contentType: "text/csv; charset=utf-8" }
    : { bytes: new TextEncoder().encode(writePromiseFile([content])), contentType: "application/json; charset=utf-8" };
}

export const specificationRoutes: readonly Route[] = [exportDocument];
