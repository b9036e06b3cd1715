/** What a rule answers: the value it permits, or the one reason it refuses. */
export type Decision<Value, Code extends string> = { ok: true; value: Value } | { ok: false; code: Code };

/** The rule allows it, and this is what follows. */
export const permit = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** The rule does not allow it, for the named reason. */
export const refuse = <Code extends string>(code: Code): { ok: false; code: Code } => ({ ok: false, code });
