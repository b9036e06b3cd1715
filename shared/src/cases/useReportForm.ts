import { computed, reactive, ref, shallowRef, toRef, watch } from "vue";
import { z } from "zod";
import { useMeStore } from "../accounts/meStore.ts";
import { usePhotos } from "../attachments/usePhotos.ts";
import { useTask } from "../core/useTask.ts";
import { Point } from "../core/index.ts";
import { useGridPicker } from "../divisions/useGridPicker.ts";
import type { WordKey } from "../i18n/index.ts";
import { usePlatform } from "../platform/services.ts";
import { dangerIn } from "../taxonomy/danger.ts";
import { noiseSources } from "../taxonomy/resolve.ts";
import { useEventPicker } from "../taxonomy/useEventPicker.ts";
import { useOutbox, type Outcome } from "./outboxStore.ts";

/** A report needs at least this many characters to be understood. */
export const MIN_WORDS = 4;
export const MAX_WORDS = 1000;
export const STEPS = 3;

const KEY = "report";

const Draft = z.object({
  draftId: z.uuid(),
  step: z.int().min(1).max(STEPS),
  words: z.string(),
  choice: z.object({ typeCode: z.string().nullable(), noiseSource: z.enum(noiseSources).nullable() }),
  place: z.object({
    gridCode: z.string().nullable(),
    point: Point.nullable(),
    address: z.string().nullable(),
  }),
  photos: z.array(z.string()),
  anonymous: z.boolean(),
  contactConsent: z.boolean(),
});
type Draft = z.infer<typeof Draft>;

/**
 * Reporting in three short screens: what, where, check and send. Everything written is kept on the device at
 * once, so a reload, a lost network or an ended session loses nothing.
 */
export function useReportForm() {
  const { platform } = usePlatform();
  const outbox = useOutbox();
  const me = useMeStore();
  const { busy, error, run } = useTask();

  const kept = recall();
  const draft = reactive<Draft>(kept ?? blank());
  const continued = ref(kept !== null && kept.words !== "");
  const handedOver = shallowRef<{ draftId: string; became: Outcome } | null>(null);
  const calmedFor = ref<string | null>(null);

  function blank(): Draft {
    return {
      draftId: platform.newId(),
      step: 1,
      words: "",
      choice: { typeCode: null, noiseSource: null },
      place: { gridCode: null, point: null, address: null },
      photos: [],
      anonymous: true,
      contactConsent: false,
    };
  }

  function recall(): Draft | null {
    try {
      return Draft.parse(JSON.parse(platform.storage.read(KEY) ?? "null"));
    } catch {
      return null;
    }
  }

  const events = useEventPicker(toRef(draft, "words"), toRef(draft, "choice"));
  const photos = usePhotos((deviceIds) => (draft.photos = deviceIds));
  const picker = useGridPicker(draft.place);
  watch(picker.place, (place) => (draft.place = { ...place }), { deep: true });
  watch(draft, () => platform.storage.write(KEY, JSON.stringify(draft)), { deep: true });
  void photos.recall(draft.photos);

  /** What became of the report; one that waited for the network turns into a sent one by itself. */
  const outcome = computed<Outcome | null>(() => {
    const { draftId = "", became = null } = handedOver.value ?? {};
    const kase = became?.kind === "queued" && outbox.delivered.get(draftId);
    return kase ? { kind: "sent", kase } : became;
  });

  /** The danger word that has to be answered before going on; null once the writer said there is none. */
  const danger = computed(() => {
    const found = dangerIn(draft.words);
    return found && found.word !== calmedFor.value ? found : null;
  });

  const wordsLeft = computed(() => MAX_WORDS - draft.words.length);
  const wordsEnough = computed(() => draft.words.trim().length >= MIN_WORDS);
  /** Why the screen cannot be left yet, as the key of its words; null when it can. */
  const hindrance = computed<WordKey | null>(() => {
    if (draft.step === 1 && !wordsEnough.value) return "report.wordsShort";
    if (draft.step === 1 && events.asking.value) return "report.answerFirst";
    return draft.step === 2 && draft.place.gridCode === null ? "error.case.place_needed" : null;
  });
  const mayGoOn = computed(() => hindrance.value === null);

  function goOn(): void {
    if (danger.value || !mayGoOn.value) return;
    draft.step = Math.min(STEPS, draft.step + 1);
  }

  function startOver(): void {
    void photos.clear();
    Object.assign(draft, blank());
    picker.place.value = { ...draft.place };
    continued.value = false;
    handedOver.value = null;
    calmedFor.value = null;
  }

  /** Hands the report over. Without a session it stays a draft; without a network it waits in the outbox. */
  const submit = () =>
    run(async () => {
      const { type } = events;
      if (!type.value || !wordsEnough.value || !draft.place.gridCode) return;
      const { noiseSource } = draft.choice;
      const report = {
        draftId: draft.draftId,
        words: draft.words.trim(),
        typeCode: type.value.code,
        localTerm: events.because.value,
        answers: noiseSource && events.question.value ? { noiseSource } : {},
        place: { ...draft.place, address: draft.place.address?.trim() || null },
        anonymous: draft.anonymous,
        contactConsent: draft.contactConsent,
        channel: platform.kind,
      };
      const became = await outbox.post(report, draft.photos);
      if (became.kind === "refused") {
        // The draft is still here to be put right, so the outbox must not keep a second one.
        outbox.takeBack(report.draftId);
        error.value = became.code;
        return;
      }
      forgetDraft();
      handedOver.value = { draftId: report.draftId, became };
    });

  /** The outbox has it: the form may be used for something else, the photos are the outbox's now. */
  function forgetDraft(): void {
    Object.assign(draft, blank());
    picker.place.value = { ...draft.place };
    void photos.recall([]);
    continued.value = false;
  }

  return {
    draft,
    continued,
    outcome,
    danger,
    calm: () => (calmedFor.value = danger.value?.word ?? null),
    events,
    photos,
    picker,
    wordsLeft,
    wordsEnough,
    hindrance,
    mayGoOn,
    goOn,
    goBack: () => (draft.step = Math.max(1, draft.step - 1)),
    startOver,
    busy,
    error,
    needsSignIn: computed(() => !me.isResident),
    submit,
  };
}
