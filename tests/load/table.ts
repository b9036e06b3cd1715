/** Rows of words as a table whose columns stand under one another; numbers stand to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const cell = (text: string, at: number) =>
    /^[\d.,]+$/.test(text) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join("  ")}`.trimEnd()).join("\n");
}

/** A number with as many decimals as its size deserves. */
export const short = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** Prints a heading and what stands under it. */
export function section(title: string, ...paragraphs: string[]): void {
  process.stdout.write(`\n${title}\n${paragraphs.join("\n")}\n`);
}
