import { computed, ref, type Ref } from "vue";
import { useCatalogue } from "./catalogueStore.ts";
import { OTHER_EVENT, type EventType } from "./model.ts";
import { answerNoiseSource, noiseSources, resolveEvent, type NoiseSource } from "./resolve.ts";

/** What a report says about its event: chosen by hand, or the answer to the one question. */
export interface EventChoice {
  typeCode: string | null;
  noiseSource: NoiseSource | null;
}

/**
 * From the resident's own words to the standard event: a suggestion with its reason, one question where two
 * events sound alike, and every event by name or alias for whoever knows better.
 */
export function useEventPicker(words: Ref<string>, choice: Ref<EventChoice>) {
  const catalogue = useCatalogue();
  const searchText = ref("");

  const resolution = computed(() => resolveEvent(words.value, catalogue.index));
  const best = computed(() => resolution.value.suggestions[0] ?? null);

  /** The event as it stands: chosen by hand first, then the answer to the question, then the suggestion. */
  const type = computed<EventType | undefined>(() => {
    const { typeCode, noiseSource } = choice.value;
    if (typeCode) return catalogue.type(typeCode);
    if (resolution.value.ask && noiseSource) return catalogue.type(answerNoiseSource(noiseSource));
    return catalogue.type(best.value?.code ?? OTHER_EVENT) ?? catalogue.type(OTHER_EVENT);
  });

  /** The one question is still open. */
  const asking = computed(
    () => !choice.value.typeCode && resolution.value.ask !== null && !choice.value.noiseSource,
  );

  /** Whether the question belongs on the screen, answered or not. */
  const question = computed(() => !choice.value.typeCode && resolution.value.ask !== null);

  const found = computed(() => {
    const text = searchText.value.trim();
    const types = catalogue.catalogue?.types ?? [];
    if (!text) return types;
    const hits = new Set(resolveEvent(text, catalogue.index).suggestions.map((each) => each.code));
    return types.filter(
      (each) =>
        hits.has(each.code) ||
        each.nameZh.includes(text) ||
        each.nameEn.toLowerCase().includes(text.toLowerCase()) ||
        each.aliases.some((alias) => alias.name.includes(text)),
    );
  });

  return {
    type,
    because: computed(() => (choice.value.typeCode ? null : (best.value?.because ?? null))),
    others: computed(() =>
      resolution.value.suggestions
        .map((each) => catalogue.type(each.code))
        .filter((each): each is EventType => each !== undefined && each.code !== type.value?.code),
    ),
    asking,
    question,
    noiseSources,
    searchText,
    found,
    choose: (typeCode: string | null) => (choice.value = { ...choice.value, typeCode }),
    answer: (noiseSource: NoiseSource) => (choice.value = { typeCode: null, noiseSource }),
  };
}
