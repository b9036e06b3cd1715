/** Timers exist in browsers, mini programs and Node alike; the shared code counts on nothing else of them. */
declare function setTimeout(run: () => void, ms?: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function setInterval(run: () => void, ms?: number): number;
declare function clearInterval(timer: number | undefined): void;
