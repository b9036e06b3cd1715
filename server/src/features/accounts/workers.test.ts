import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Post } from "@gongzhi/shared/accounts";
import { personAt } from "../../testing/person.ts";
import { emptyDatabase, openWorld, type World } from "../../testing/world.ts";
import { AccountModel } from "./model.ts";

const NAME = "陈晓东";
const PASSWORD = "correct-horse-9";
const MINUTE_MS = 60_000;
const posts: Post[] = [{ role: "station", territory: "990102001000", dept: "HW" }];

let world: World;
beforeAll(async () => void (world = await openWorld()));
beforeEach(async () => {
  await emptyDatabase();
  world.clock.pass(60 * MINUTE_MS);
  await world.app.features.accounts.enrolWorker({ name: NAME, password: PASSWORD, posts }, world.clock.now());
});
afterAll(() => world.close());

const signIn = (password: string, name = NAME) =>
  world.guest.client.accounts.signInByPassword({ name, password, carrier: "token" });

describe("a worker signs in by name and password", () => {
  test("and has the posts given to that name", async () => {
    const { me, token } = await signIn(PASSWORD);
    expect(me).toMatchObject({ kind: "worker", name: NAME, phoneMasked: null, posts });
    expect(token).toHaveLength(43);
  });

  test("however the name is spaced", async () => {
    await expect(signIn(PASSWORD, ` ${NAME} `)).resolves.toBeDefined();
  });

  test("the password is kept as argon2id", async () => {
    expect((await AccountModel.findOne({ name: NAME }).lean())?.passwordHash).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  test("a name nobody has and a wrong password are answered alike", async () => {
    await expect(signIn("wrong-horse-9")).rejects.toThrow("account.password_wrong");
    await expect(signIn(PASSWORD, "无名氏")).rejects.toThrow("account.password_wrong");
  });
});

describe("guessing", () => {
  const guess = (name = NAME) => signIn("wrong-horse-9", name).catch((error: Error) => error.message);

  test.each([NAME, "无名氏"])(
    "locks %s after five wrong passwords, the right one included, for fifteen minutes",
    async (name) => {
      for (let tries = 0; tries < 5; tries += 1) expect(await guess(name)).toBe("account.password_wrong");
      await expect(signIn(PASSWORD, name)).rejects.toThrow("account.locked");
      world.clock.pass(15 * MINUTE_MS - 1);
      await expect(signIn(PASSWORD, name)).rejects.toThrow("account.locked");
      world.clock.pass(1);
      expect(await guess(name)).toBe("account.password_wrong");
    },
  );

  test("gains nothing by trying at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess()));
    expect(answers.filter((answer) => answer === "account.password_wrong")).toHaveLength(5);
    expect(answers.filter((answer) => answer === "account.locked")).toHaveLength(7);
  });

  test("a right password forgives what was mistyped before", async () => {
    for (let tries = 0; tries < 4; tries += 1) await guess();
    await signIn(PASSWORD);
    for (let tries = 0; tries < 4; tries += 1) expect(await guess()).toBe("account.password_wrong");
  });

  test("locks only the name that was guessed at", async () => {
    for (let tries = 0; tries < 6; tries += 1) await guess("无名氏");
    await expect(signIn(PASSWORD)).resolves.toBeDefined();
  });
});

describe("posts", () => {
  test("that change hold for open sessions as well", async () => {
    const { token } = await signIn(PASSWORD);
    const moved: Post[] = [{ role: "gridWorker", territory: "990102001001001" }];
    await world.app.features.accounts.enrolWorker(
      { name: NAME, password: PASSWORD, posts: moved },
      world.clock.now(),
    );
    world.clock.pass(MINUTE_MS);
    expect((await personAt(world.url, token).client.accounts.me()).me?.posts).toEqual(moved);
  });

  test("say where a department has a station", async () => {
    const { accounts } = world.app.features;
    expect(await accounts.stationsFor("990102001001001")).toEqual(["HW"]);
    expect(await accounts.stationsFor("990102002001001")).toEqual([]);
  });
});
