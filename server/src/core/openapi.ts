import { z } from "zod";
import { api, errorStatus } from "@gongzhi/shared/api";
import { photoUpload } from "@gongzhi/shared/attachments";
import type { Endpoint } from "@gongzhi/shared/core";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
  });
  void $schema;
  return rest;
};

const json = (schema: Json) => ({ "application/json": { schema } });

const segmentsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);

/** The errors any call may answer with; `code` is one of a closed list. */
const errorAnswer = {
  default: { description: "The error, by its code", content: json({ $ref: "#/components/schemas/Error" }) },
};

function operation(feature: string, name: string, spec: Endpoint): Json {
  const input = schemaOf(spec.input, "input") as { properties?: Record<string, Json>; required?: string[] };
  const segments = segmentsOf(spec.path);
  const rest = Object.entries(input.properties ?? {}).filter(([key]) => !segments.includes(key));
  const isNeeded = (key: string) => input.required?.includes(key) ?? false;
  const parameter = (key: string, where: "path" | "query", schema: Json) => ({
    name: key,
    in: where,
    required: where === "path" || isNeeded(key),
    schema,
  });
  const reads = spec.method === "get";
  const body = {
    type: "object",
    properties: Object.fromEntries(rest),
    required: rest.map(([key]) => key).filter(isNeeded),
  };

  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: spec.summary,
    description: `For: ${spec.allow.join(", ")}.${spec.perMinute ? ` At most ${spec.perMinute} calls a minute.` : ""}`,
    parameters: [
      ...segments.map((key) => parameter(key, "path", input.properties?.[key] ?? { type: "string" })),
      ...(reads ? rest.map(([key, schema]) => parameter(key, "query", schema)) : []),
    ],
    ...(!reads && rest.length > 0 && { requestBody: { required: true, content: json(body) } }),
    ...(!spec.allow.includes("guest") && { security: [{ bearer: [] }, { cookie: [] }] }),
    responses: {
      200: { description: "Done", content: json(schemaOf(spec.reply, "output")) },
      ...errorAnswer,
    },
  };
}

const photoPaths = {
  [photoUpload.path.replace(/^\/api/, "")]: {
    post: {
      operationId: "attachments.send",
      tags: ["attachments"],
      summary: "Sends a photo; the same deviceId again answers the photo that is already there.",
      description:
        "For: resident, worker. JPEG, PNG, WebP or HEIC of at most 8 MB; kept as JPEG without metadata.",
      security: [{ bearer: [] }, { cookie: [] }],
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: {
              type: "object",
              required: [photoUpload.idField, photoUpload.fileField],
              properties: {
                [photoUpload.idField]: { type: "string", format: "uuid" },
                [photoUpload.fileField]: { type: "string", contentMediaType: "image/jpeg" },
              },
            },
          },
        },
      },
      responses: {
        200: { description: "Kept", content: json(schemaOf(photoUpload.reply, "output")) },
        ...errorAnswer,
      },
    },
  },
};

/** The API as OpenAPI 3.1, read off the contract: what the contract does not say is not here either. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [feature, calls] of Object.entries(api)) {
    for (const [name, spec] of Object.entries(calls as Record<string, Endpoint>)) {
      const path = spec.path.replace(/:(\w+)/g, "{$1}");
      paths[path] = { ...paths[path], [spec.method]: operation(feature, name, spec) };
    }
  }
  const codes = Object.entries(errorStatus).filter(([, status]) => status < 599);
  return {
    openapi: "3.1.0",
    info: {
      title: "共治 Gongzhi",
      version: "0.1.0",
      description: "Citizen participation: report, handle, follow.",
    },
    servers: [{ url: "/api" }],
    paths: { ...paths, ...photoPaths },
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "gz" },
      },
      schemas: {
        Error: {
          type: "object",
          required: ["code"],
          properties: {
            code: { type: "string", enum: codes.map(([code]) => code) },
            details: { description: "For request.invalid: what was wrong, by place and kind." },
          },
          description: codes.map(([code, status]) => `${status} ${code}`).join("\n"),
        },
      },
    },
  };
}
