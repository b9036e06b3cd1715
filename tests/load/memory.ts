import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The memory a process holds, in MiB. */
export async function residentMiB(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) / 1024;
}
