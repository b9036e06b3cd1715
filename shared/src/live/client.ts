import { readonly, ref } from "vue";
import type { Socket } from "socket.io-client";
import type { LiveEvent, LiveEvents, LivePayload, LiveRequests } from "./events.ts";

export type LiveSocket = Socket<LiveEvents, LiveRequests>;

/** What a screen can say about its connection. */
export type LiveState = "connecting" | "live" | "offline";

/**
 * The live connection of one app: counts who watches which room, enters the rooms again after every
 * reconnection, and then calls everyone who has to catch up on what was missed.
 */
export function createLive(socket: LiveSocket) {
  const state = ref<LiveState>("connecting");
  const watched = new Map<string, number>();
  const late = new Set<() => void>();
  const shownOut = new Set<() => void>();
  let wasLive = false;
  let wasCut = false;

  const enter = (names: string[]) => {
    if (socket.connected && names.length > 0) socket.emit("enter", names, () => undefined);
  };

  socket.on("connect", () => {
    const again = wasLive;
    wasLive = true;
    const names = [...watched.keys()];
    const entered = () => {
      state.value = "live";
      // Only now is nothing missed any more between reading and listening.
      if (again) for (const catchUp of late) catchUp();
      if (wasCut) for (const hear of shownOut) hear();
      wasCut = false;
    };
    if (names.length > 0) socket.emit("enter", names, entered);
    else entered();
  });
  socket.on("disconnect", (reason) => {
    state.value = "offline";
    // The server cuts the connection when a session ends; by itself a socket would then stay silent for good.
    if (reason !== "io server disconnect") return;
    wasCut = true;
    socket.connect();
  });
  socket.on("connect_error", () => (state.value = "offline"));

  /** Hears an event; answers how to stop hearing it. */
  function on<E extends LiveEvent>(event: E, hear: (payload: LivePayload<E>) => void): () => void {
    const listener = hear as never;
    socket.on(event, listener);
    return () => socket.off(event, listener);
  }

  /** Enters a room for as long as somebody watches it; answers how to stop. */
  function watch(room: string): () => void {
    const already = watched.get(room) ?? 0;
    watched.set(room, already + 1);
    if (already === 0) enter([room]);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const rest = (watched.get(room) ?? 1) - 1;
      if (rest > 0) return void watched.set(room, rest);
      watched.delete(room);
      if (socket.connected) socket.emit("leave", [room]);
    };
  }

  /** Is called after every reconnection, when events may have been missed; answers how to stop. */
  function onCatchUp(catchUp: () => void): () => void {
    late.add(catchUp);
    return () => late.delete(catchUp);
  }

  /** Is called when the connection stands again after the server had cut it: the session may have ended. */
  function onCut(hear: () => void): () => void {
    shownOut.add(hear);
    return () => shownOut.delete(hear);
  }

  /** Connects anew, as somebody else after signing in or out. */
  function restart(): void {
    socket.disconnect();
    socket.connect();
  }

  return {
    state: readonly(state),
    on,
    watch,
    onCatchUp,
    onCut,
    restart,
    pause: () => void socket.disconnect(),
    resume: () => void socket.connect(),
  };
}

export type Live = ReturnType<typeof createLive>;
