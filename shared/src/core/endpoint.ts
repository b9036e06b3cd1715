import type { z } from "zod";

/** Who may knock at all; what the caller is to the thing itself is decided by the rules. */
export type ActorKind = "guest" | "resident" | "worker";

/** One call of the API, written once: server, client, form validation and OpenAPI read it. */
export interface Endpoint<Input extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly method: "get" | "post" | "put" | "delete";
  /** Below `/api`; `:segments` are taken from the input. */
  readonly path: string;
  readonly allow: readonly ActorKind[];
  /** One sentence for the API page. */
  readonly summary: string;
  readonly input: Input;
  readonly reply: Reply;
  /** At most this many calls a minute from one caller; the server's default otherwise. */
  readonly perMinute?: number;
}

/** A feature's calls by name. */
export type EndpointTable = Readonly<Record<string, Endpoint>>;

/** Declares an endpoint and keeps its exact types. */
export const endpoint = <Input extends z.ZodType, Reply extends z.ZodType>(
  spec: Endpoint<Input, Reply>,
): Endpoint<Input, Reply> => spec;

/** Everybody, signed in or not. */
export const anyone = ["guest", "resident", "worker"] as const satisfies readonly ActorKind[];

/** Everybody with a session. */
export const signedIn = ["resident", "worker"] as const satisfies readonly ActorKind[];
