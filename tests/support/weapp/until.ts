/** Waits until something is so and answers it; what throws is not so yet. Fails with what is so instead. */
export async function until<Result>(
  isSo: () => Result,
  ms: number,
  instead: () => string,
): Promise<NonNullable<Result>> {
  const end = Date.now() + ms;
  for (;;) {
    const result = attempt(isSo);
    if (result) return result;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${String(isSo)}\n${instead()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function attempt<Result>(isSo: () => Result): Result | undefined {
  try {
    return isSo();
  } catch {
    return undefined;
  }
}
