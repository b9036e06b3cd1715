import { describe, expect, test, vi } from "vitest";
import type { HttpCall, HttpReply } from "../core/index.ts";
import { useMeStore } from "../accounts/meStore.ts";
import { openTestDevice, type TestServer } from "../platform/fixtures.ts";
import { someReport, reporter, neighbour } from "./fixtures.ts";
import { useOutbox } from "./outboxStore.ts";

const { photoIds: _photos, ...report } = someReport();
const meOf = (id: string | null) => ({
  id,
  kind: "resident",
  name: null,
  phoneMasked: "138****1234",
  communityCode: null,
  ageBand: null,
  posts: [],
});
const created = { status: 200, body: { id: "a".repeat(24), revision: 1 } };

/** A server that knows who is asking and answers reports by `onReport`. */
const serverOf =
  (onReport: (call: HttpCall) => HttpReply | Promise<HttpReply>, whose = reporter.id): TestServer =>
  (call) => {
    if (call.path === "/api/me") return { status: 200, body: { me: meOf(whose) } };
    if (call.path === "/api/photos") {
      return { status: 200, body: { id: "b".repeat(24), url: "/p", width: 1, height: 1 } };
    }
    return onReport(call);
  };

const openOutbox = async (server: TestServer, storage?: Map<string, string>) => {
  const device = openTestDevice(server, storage);
  const me = device.use(() => useMeStore());
  await me.load();
  return { device, me, outbox: device.use(() => useOutbox()) };
};

const reportsIn = (calls: readonly HttpCall[]) => calls.filter((call) => call.path === "/api/cases");

describe("a report on its way", () => {
  test("is sent at once and forgotten when the server has it", async () => {
    const { device, outbox } = await openOutbox(serverOf(() => created));
    const outcome = await outbox.post(report, []);
    expect(outcome).toMatchObject({ kind: "sent", kase: { id: "a".repeat(24) } });
    expect(outbox.entries).toEqual([]);
    expect(device.storage.get("outbox")).toBe("[]");
  });

  test("waits without a network and goes out once when it returns", async () => {
    const { device, outbox } = await openOutbox(serverOf(() => created));
    device.setOnline(false);
    expect(await outbox.post(report, [])).toMatchObject({ kind: "queued" });
    expect(outbox.waiting).toHaveLength(1);
    device.setOnline(true);
    await vi.waitFor(() => expect(outbox.entries).toHaveLength(0));
    expect(reportsIn(device.calls)).toHaveLength(1);
  });

  test("keeps its id when the answer was lost, so that the server can tell", async () => {
    let lost = true;
    const answer = () => {
      if (lost) throw new Error("the answer got lost");
      return created;
    };
    const { device, outbox } = await openOutbox(serverOf(answer));
    await outbox.post(report, []);
    lost = false;
    await outbox.flush();
    const ids = reportsIn(device.calls).map((call) => (call.body as { draftId: string }).draftId);
    expect(ids).toEqual([report.draftId, report.draftId]);
    expect(outbox.entries).toEqual([]);
  });

  test("survives a restart of the app", async () => {
    const first = await openOutbox(serverOf(() => created));
    first.device.setOnline(false);
    await first.outbox.post(report, []);
    const second = await openOutbox(
      serverOf(() => created),
      first.device.storage,
    );
    await second.outbox.flush();
    expect(reportsIn(second.device.calls)).toHaveLength(1);
  });

  test("sends each photo once, though the report itself has to be tried again", async () => {
    let fails = 1;
    const answer = () => (fails-- > 0 ? { status: 503, body: { code: "server.busy" } } : created);
    const { device, outbox } = await openOutbox(serverOf(answer));
    const [photo] = await device.platform.photos.pick(1);
    await outbox.post(report, [photo!.deviceId]);
    await outbox.flush();
    expect(device.calls.filter((call) => call.path === "/api/photos")).toHaveLength(1);
    expect(reportsIn(device.calls).at(-1)?.body).toMatchObject({ photoIds: ["b".repeat(24)] });
    expect(device.photos.size).toBe(0);
  });

  test("refused for good it is not tried again by itself", async () => {
    const { device, outbox } = await openOutbox(
      serverOf(() => ({ status: 422, body: { code: "division.outside" } })),
    );
    expect(await outbox.post(report, [])).toEqual({ kind: "refused", code: "division.outside" });
    await outbox.flush();
    expect(reportsIn(device.calls)).toHaveLength(1);
    expect(outbox.refused).toHaveLength(1);
    await outbox.remove(report.draftId);
    expect(outbox.entries).toEqual([]);
  });

  test("an ended session lets it wait, and another account never sends it", async () => {
    const first = await openOutbox(
      serverOf(() => ({ status: 401, body: { code: "account.session_ended" } })),
    );
    expect(await first.outbox.post(report, [])).toEqual({ kind: "queued", waitsFor: "session" });
    const other = await openOutbox(
      serverOf(() => created, neighbour.id),
      first.device.storage,
    );
    await other.outbox.flush();
    expect(reportsIn(other.device.calls)).toEqual([]);
    const back = await openOutbox(
      serverOf(() => created),
      first.device.storage,
    );
    await back.outbox.flush();
    expect(reportsIn(back.device.calls)).toHaveLength(1);
  });

  test("needs somebody whose it is", async () => {
    const { outbox } = await openOutbox(() => ({ status: 200, body: { me: null } }));
    expect(await outbox.post(report, [])).toEqual({ kind: "refused", code: "account.sign_in_needed" });
    expect(outbox.entries).toEqual([]);
  });
});
