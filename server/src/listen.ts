import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Opens the port; answers which one it became. */
export function listen(http: Server, port: number, host?: string): Promise<number> {
  return new Promise((listening, failed) => {
    http.once("error", (error: NodeJS.ErrnoException) =>
      failed(new Error(reasonOf(error, port), { cause: error })),
    );
    http.listen(port, host, () => listening((http.address() as AddressInfo).port));
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return (
        `端口 ${port} 已被占用，请先停止占用它的程序，或将 PORT 设为其他端口。\n` +
        `Port ${port} is taken: stop what uses it or set PORT to another one.`
      );
    case "EACCES":
      return (
        `没有使用端口 ${port} 的权限，请将 PORT 设为 1024 以上的端口。\n` +
        `This user may not open port ${port}: set PORT to one above 1024.`
      );
    default:
      return `无法监听 / Cannot listen: ${message}`;
  }
}
