// What the API is, in OpenAPI 3.0: the one description that programs read.
import { type Lang, say } from "../../ground/words.ts";
import { type Column, columnsOf, type ColumnType } from "./dataset.ts";
import type { Filled } from "./datasets.ts";
import { LICENCE } from "./files.ts";
import { FORMAT_VERSION, words } from "./words.ts";

type Json = Readonly<Record<string, unknown>>;

const SCHEMAS: Readonly<Record<ColumnType, Json>> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  day: { type: "string", format: "date" },
  address: { type: "string", format: "uri" },
};

const schemaOf = ({ type, meaning, unit }: Column, lang: Lang): Json => ({
  ...SCHEMAS[type],
  nullable: true,
  description: unit === undefined ? say(meaning, lang) : `${say(meaning, lang)} (${say(unit, lang)})`,
});

const json = (type: string, schema: Json = { type: "object" }) => ({ content: { [type]: { schema } } });

export function descriptionOf(
  filled: readonly Filled[],
  { origin, lang, version }: { readonly origin: string; readonly lang: Lang; readonly version: string },
): Json {
  const refused = { description: "RFC 9457", ...json("application/problem+json") };
  const get = (operationId: string, summary: string, answer: Json, parameters: readonly Json[] = []) => ({
    get: {
      operationId,
      summary,
      parameters: [...parameters, ref("f"), ref("lang")],
      responses: { "200": { description: summary, ...answer }, "400": refused, "404": refused, "429": refused },
    },
  });
  const paths = Object.fromEntries(
    filled.flatMap(({ dataset }) => {
      const home = `/collections/${dataset.name}`;
      const title = say(dataset.title, lang);
      const columns = columnsOf(dataset);
      const properties = Object.fromEntries(
        columns.filter(({ name }) => name !== "id").map((column) => [column.name, schemaOf(column, lang)]),
      );
      const feature = {
        type: "object",
        required: ["type", "id", "geometry", "properties"],
        properties: {
          type: { type: "string", enum: ["Feature"] },
          id: { type: "string" },
          geometry: { type: "object", nullable: true },
          properties: { type: "object", properties },
        },
      };
      const list = {
        type: "object",
        required: ["type", "features"],
        properties: {
          type: { type: "string", enum: ["FeatureCollection"] },
          numberMatched: { type: "integer" },
          numberReturned: { type: "integer" },
          features: { type: "array", items: feature },
        },
      };
      const asked = columns.map((column) => ({
        name: column.name,
        in: "query",
        description: say(column.meaning, lang),
        schema: SCHEMAS[column.type],
      }));
      return [
        [home, get(`describe-${dataset.name}`, title, json("application/json"))],
        [
          `${home}/items`,
          get(`list-${dataset.name}`, title, json("application/geo+json", list), [
            ref("limit"),
            ref("offset"),
            ref("bbox"),
            ref("datetime"),
            ...asked,
          ]),
        ],
        [
          `${home}/items/{id}`,
          get(`read-${dataset.name}`, title, json("application/geo+json", feature), [
            { name: "id", in: "path", required: true, schema: { type: "string" } },
          ]),
        ],
      ];
    }),
  );
  const plain = json("application/json");
  return {
    openapi: "3.0.3",
    info: {
      title: say(words.catalogueTitle, lang),
      description: say(words.lead, lang),
      version: FORMAT_VERSION,
      license: { name: "CC0 1.0", url: LICENCE },
      "x-samsyn-version": version,
    },
    servers: [{ url: `${origin}/oppna-data/api` }],
    paths: {
      "/": get("landing", say(words.heading, lang), plain),
      "/api": get("api", say(words.apiDescription, lang), json("application/vnd.oai.openapi+json;version=3.0")),
      "/conformance": get("conformance", "OGC API Features 1.0", plain),
      "/collections": get("collections", say(words.datasets, lang), plain),
      ...paths,
    },
    components: {
      parameters: {
        f: { name: "f", in: "query", schema: { type: "string", enum: ["json"] } },
        lang: { name: "lang", in: "query", schema: { type: "string", enum: ["sv", "en"], default: "sv" } },
        limit: {
          name: "limit",
          in: "query",
          schema: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
          style: "form",
          explode: false,
        },
        offset: { name: "offset", in: "query", schema: { type: "integer", minimum: 0, default: 0 } },
        bbox: {
          name: "bbox",
          in: "query",
          schema: {
            type: "array",
            oneOf: [4, 6].map((size) => ({ minItems: size, maxItems: size })),
            items: { type: "number" },
          },
          style: "form",
          explode: false,
        },
        datetime: { name: "datetime", in: "query", schema: { type: "string" }, style: "form", explode: false },
      },
    },
  };
}

const ref = (name: string) => ({ $ref: `#/components/parameters/${name}` });
