import { z } from "zod";
import type { Endpoint } from "../../ground/endpoint.ts";

/** OpenAPI 3.1 of the doors, from the same values that serve them, so it cannot lag behind. */
export function openApiOf(
  endpoints: readonly Endpoint[],
  about: { version: string; origin: string },
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) (paths[endpoint.path] ??= {})[methodOf(endpoint)] = operationOf(endpoint);
  return {
    openapi: "3.1.0",
    info: {
      title: "Samsyn",
      version: about.version,
      description: "Medborgarlöften: lyssna, lägesbild, prioritera, lova, göra, följa upp, berätta.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: about.origin }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: about.origin.startsWith("https:") ? "__Host-samsyn" : "samsyn" },
      },
    },
  };
}

function methodOf(endpoint: Endpoint): "get" | "post" {
  return endpoint.kind === "question" || endpoint.kind === "download" ? "get" : "post";
}

const PROBLEM = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status", "detail", "why"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    why: { type: "string" },
    field: { type: "string" },
    problems: {
      type: "array",
      items: { type: "object", properties: { field: { type: "string" }, why: { type: "string" } } },
    },
    requestId: { type: "string" },
  },
};

type JsonSchema = { properties?: Record<string, JsonSchema>; required?: string[]; [key: string]: unknown };

function operationOf(endpoint: Endpoint): Record<string, unknown> {
  const schema = schemaOf(endpoint.input);
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const properties = schema.properties ?? {};
  const required = new Set(schema.required ?? []);
  const inQuery = endpoint.kind === "command" ? [] : Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameter = (where: "path" | "query") => (name: string) => ({
    name,
    in: where,
    required: where === "path" || required.has(name),
    schema: properties[name] ?? { type: "string" },
  });
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)));
  const problem = {
    description: "Nej, med skäl",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.name.split(".")[0]],
    security: endpoint.open === true ? [] : [{ session: [] }],
    parameters: [...inPath.map(parameter("path")), ...inQuery.map(parameter("query"))],
    ...(endpoint.kind === "command"
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  ...schema,
                  properties: rest,
                  required: [...required].filter((name) => !inPath.includes(name)),
                },
              },
            },
          },
        }
      : {}),
    ...(endpoint.kind === "upload"
      ? {
          requestBody: {
            required: true,
            content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
          },
        }
      : {}),
    responses: {
      "200": {
        description: "Gjort",
        content:
          endpoint.kind === "download"
            ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
            : { "application/json": { schema: schemaOf(endpoint.output) } },
      },
      ...(endpoint.kind === "download"
        ? { "304": { description: "Oförändrat sedan svaret vars ETag anropet bar i If-None-Match" } }
        : {}),
      default: problem,
    },
  };
}

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  return rest;
}
