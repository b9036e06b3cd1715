import { defineStore } from "pinia";
import { computed, shallowRef } from "vue";
import { z } from "zod";
import { usePlatform } from "../platform/services.ts";
import { communityOf, parentOf } from "./codes.ts";
import { Division, Grid } from "./model.ts";

const KEY = "register";
const Register = z.object({ divisions: z.array(Division), grids: z.array(Grid) });
type Register = z.infer<typeof Register>;

/** The register of divisions and grids, kept on the device so that a place can be picked without a network. */
export const useRegister = defineStore("register", () => {
  const { client, platform } = usePlatform();
  const register = shallowRef<Register>(recall());

  function recall(): Register {
    try {
      return Register.parse(JSON.parse(platform.storage.read(KEY) ?? "null"));
    } catch {
      return { divisions: [], grids: [] };
    }
  }

  /** Reads the register; what was kept stays in use without a network. */
  async function load(): Promise<void> {
    const fresh = await client.divisions.register().catch((cause: unknown) => {
      if (register.value.grids.length > 0) return register.value;
      throw cause;
    });
    register.value = fresh;
    platform.storage.write(KEY, JSON.stringify(fresh));
  }

  const names = computed(
    () =>
      new Map([...register.value.divisions, ...register.value.grids].map(({ code, name }) => [code, name])),
  );

  /** The name of a division or grid; its code where the register does not know it. */
  const nameOf = (code: string): string => names.value.get(code) ?? code;

  /** `青禾街道 晴川社区 晴川第一网格`: a grid or community with what it lies in, from the town down. */
  function pathOf(code: string): string {
    const community = communityOf(code);
    const town = community && parentOf(community);
    return [...new Set([town, community, code])].flatMap((each) => (each ? [nameOf(each)] : [])).join(" ");
  }

  return {
    grids: computed(() => register.value.grids),
    divisions: computed(() => register.value.divisions),
    load,
    nameOf,
    pathOf,
  };
});
