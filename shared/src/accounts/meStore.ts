import { defineStore } from "pinia";
import { computed, shallowRef } from "vue";
import { rooms } from "../live/rooms.ts";
import { usePlatform } from "../platform/services.ts";
import { Me, type AgeBand, type SignedIn } from "./model.ts";

const KEY = "me";

/** Who uses this device, and the session that says so. */
export const useMeStore = defineStore("me", () => {
  const { client, live, platform, session } = usePlatform();
  /** Remembered over a restart, so that a report written without a network knows whose it is. */
  const me = shallowRef<Me | null>(recall());
  /** False until the server has said whether a session is there. */
  const known = shallowRef(false);
  /** A session ended while the app was open: the next screen says so and asks to sign in again. */
  const ended = shallowRef(false);
  /** Counts who came and went, so that an answer about somebody who has left changes nothing. */
  let turn = 0;
  let answer = () => {};
  /** Settles when the server has been asked for the first time, whether it answered or not. */
  const asked = new Promise<void>((done) => (answer = done));
  let leaveRoom = me.value ? live.watch(rooms.account(me.value.id)) : () => {};

  function recall(): Me | null {
    try {
      return Me.parse(JSON.parse(platform.storage.read(KEY) ?? "null"));
    } catch {
      return null;
    }
  }

  function become(someone: Me | null): void {
    const changed = someone?.id !== me.value?.id;
    me.value = someone;
    known.value = true;
    if (someone) platform.storage.write(KEY, JSON.stringify(someone));
    else platform.storage.remove(KEY);
    if (!changed) return;
    turn += 1;
    leaveRoom();
    // The socket introduces itself anew: what it may hear depends on who it is.
    live.restart();
    leaveRoom = someone ? live.watch(rooms.account(someone.id)) : () => {};
  }

  session.onEnded(() => {
    // Several calls may learn of it; the first one knew somebody.
    ended.value ||= me.value !== null;
    become(null);
  });

  /** Asks the server who this is; leaves things as they are without a network. */
  async function load(): Promise<void> {
    const before = turn;
    const { me: someone } = await client.accounts.me().finally(answer);
    if (before !== turn) return;
    if (someone) ended.value = false;
    // Nobody where somebody was: the session ended while no call needed it.
    else if (me.value) {
      session.keep(null);
      ended.value = true;
    }
    become(someone);
  }

  // The first thing a session that ends elsewhere does is to cut the connection. Nobody is looked for where nobody
  // was: servers that disagree for a moment must not send us in circles.
  live.onCut(() => void (me.value && load().catch(() => undefined)));

  /** Takes over a session that was just opened. */
  function signedIn({ me: someone, token }: SignedIn): void {
    session.keep(token);
    ended.value = false;
    become(someone);
  }

  async function signOut(everywhere = false): Promise<void> {
    await (everywhere ? client.accounts.signOutEverywhere() : client.accounts.signOut());
    session.keep(null);
    become(null);
    ended.value = false;
  }

  async function describe(about: { communityCode: string | null; ageBand: AgeBand | null }): Promise<void> {
    become((await client.accounts.describeMe(about)).me);
  }

  return {
    me,
    known,
    ended,
    asked,
    isResident: computed(() => me.value?.kind === "resident"),
    isWorker: computed(() => me.value?.kind === "worker"),
    load,
    signedIn,
    signOut,
    describe,
  };
});
