import { computed, ref, watch } from "vue";
import { usePhotos } from "../attachments/usePhotos.ts";
import type { CaseId } from "../core/index.ts";
import { useTask } from "../core/useTask.ts";
import type { WordKey } from "../i18n/index.ts";
import { usePlatform } from "../platform/services.ts";
import { useCatalogue } from "../taxonomy/catalogueStore.ts";
import { findPersonal } from "./masking.ts";
import type { CaseView, RejectReason, ResultCode } from "./model.ts";
import type { MoveInput } from "./store.ts";
import { ruleOf, type CaseMove } from "./workflow.ts";

/** Moves that may bring photos along though the table does not ask for them. */
const withPhotos: readonly CaseMove[] = ["progress", "supplement", "dispute", "feedback"];

/** Moves that cannot simply be taken back: the form says what follows before they are made. */
const weighty = ["confirm", "withdraw", "dispute", "reject"] as const satisfies readonly CaseMove[];
type Weighty = (typeof weighty)[number];

/** Where the words for a move are kept on the device while they are written. */
export const keptWordsOf = (caseId: CaseId, move: CaseMove): string => `move:${caseId}:${move}`;

/** The form of one move: which fields it has is read off the table; what was written survives everything. */
export function useMoveForm(
  kase: () => CaseView,
  move: () => CaseMove,
  perform: (input: MoveInput) => Promise<boolean>,
) {
  const { platform } = usePlatform();
  const key = computed(() => keptWordsOf(kase().id, move()));
  const rule = computed(() => ruleOf(move()));

  const text = ref("");
  const reason = ref<RejectReason | null>(null);
  const unit = ref<string | null>(usualUnit());
  const result = ref<ResultCode | null>(null);
  const typeCode = ref<string | null>(null);
  const visibility = ref<"public" | "internal">("public");
  const photos = usePhotos();
  const sending = useTask();

  /** The department that usually leads events of this type. */
  function usualUnit(): string | null {
    const dept = useCatalogue().type(kase().typeCode)?.dept;
    return dept && kase().units.includes(dept) ? dept : null;
  }

  watch(key, (name) => (text.value = platform.storage.read(name) ?? ""), { immediate: true });
  watch(text, (written) => {
    if (written) platform.storage.write(key.value, written);
    else platform.storage.remove(key.value);
  });

  const asks = computed(() => ({
    text: rule.value.needs.includes("text"),
    reason: rule.value.needs.includes("reason"),
    unit: rule.value.needs.includes("unit"),
    result: rule.value.needs.includes("result"),
    photos: withPhotos.includes(move()),
    photoNeeded: rule.value.needs.includes("evidence") && kase().evidenceNeeded,
    type: move() === "accept",
    visibility: rule.value.shown === "chosen",
  }));

  const isWeighty = (each: CaseMove): each is Weighty => (weighty as readonly CaseMove[]).includes(each);

  /** The words that say what follows from a move of weight. */
  const consequence = computed(() => {
    const each = move();
    return isWeighty(each) ? (`case.sure.${each}` as const) : null;
  });

  /** Nothing to fill in: what follows may still have to be said first. */
  const fieldless = computed(() => !Object.values(asks.value).includes(true));

  /** Nothing to fill in and nothing to weigh: one press makes the move. */
  const oneTap = computed(() => !consequence.value && fieldless.value);

  const readable = computed(() => (rule.value.shown === "chosen" ? visibility.value : rule.value.shown));

  /** Kinds of personal data in a text that everybody will read; the writer is asked to take them out. */
  const personal = computed(() => (readable.value === "public" ? findPersonal(text.value) : []));

  /** What keeps the form from being sent, by the code of its words; null when it is complete. */
  const lacks = computed(() => {
    const needs = asks.value;
    const filled =
      (!needs.text || text.value.trim() !== "") &&
      (!needs.reason || reason.value !== null) &&
      (!needs.unit || unit.value !== null) &&
      (!needs.result || result.value !== null);
    if (!filled) return "case.move_incomplete";
    return needs.photoNeeded && photos.photos.value.length === 0 ? "case.evidence_needed" : null;
  });

  /** Sends the photos, then the move; whether it was made. What was written is forgotten only then. */
  async function submit(): Promise<boolean> {
    const needs = asks.value;
    const made = await sending.run(async () => {
      const photoIds = needs.photos ? await photos.sendAll() : [];
      return perform({
        move: move(),
        ...(needs.text && { text: text.value }),
        ...(needs.reason && reason.value && { reason: reason.value }),
        ...(needs.unit && unit.value && { unit: unit.value }),
        ...(needs.result && result.value && { result: result.value }),
        ...(needs.type && typeCode.value && { typeCode: typeCode.value }),
        ...(needs.visibility && { visibility: visibility.value }),
        ...(photoIds.length > 0 && { photoIds }),
      });
    });
    if (!made) return false;
    text.value = "";
    await photos.clear();
    return true;
  }

  return {
    asks,
    text,
    reason,
    unit,
    result,
    typeCode,
    visibility,
    photos,
    personal,
    lacks,
    complete: computed(() => lacks.value === null),
    /** The keys of the labels that differ from move to move. */
    labels: computed(() => ({
      text: `case.text.${move()}` as WordKey,
      photos: move() === "feedback" ? ("photo.evidenceHint" as const) : ("photo.hint" as const),
    })),
    consequence,
    fieldless,
    oneTap,
    busy: sending.busy,
    error: sending.error,
    submit,
  };
}
