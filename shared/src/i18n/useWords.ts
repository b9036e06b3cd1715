import { computed } from "vue";
import { storeToRefs } from "pinia";
import { usePreferences } from "../accounts/preferencesStore.ts";
import { wallClock } from "../core/time.ts";
import { usePlatform } from "../platform/services.ts";
import { say, sayError, type WordKey } from "./index.ts";

const MINUTE_MS = 60_000;

/** The words of the reader's language, and moments and spans as people say them. */
export function useWords() {
  const { locale } = storeToRefs(usePreferences());
  const { platform } = usePlatform();

  const t = (key: WordKey, gaps?: Readonly<Record<string, string | number>>) => say(locale.value, key, gaps);

  /** The clock on the wall, `03-09 22:07`. */
  const at = (moment: string) => wallClock(new Date(moment), platform.now());

  /** A length of time in its largest unit. */
  function span(ms: number): string {
    const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
    if (minutes < 60) return t("time.minutes", { n: minutes });
    const hours = Math.round(minutes / 60);
    return hours < 48 ? t("time.hours", { n: hours }) : t("time.days", { n: Math.round(hours / 24) });
  }

  /** How long ago a moment was. */
  function ago(moment: string, now: Date = platform.now()): string {
    const ms = now.getTime() - new Date(moment).getTime();
    if (ms < MINUTE_MS) return t("time.now");
    const minutes = Math.floor(ms / MINUTE_MS);
    if (minutes < 60) return t("time.minutesAgo", { n: minutes });
    const hours = Math.floor(minutes / 60);
    return hours < 24 ? t("time.hoursAgo", { n: hours }) : t("time.daysAgo", { n: Math.floor(hours / 24) });
  }

  /** How long a moment is still away, or how long it has passed. */
  function left(moment: string, now: Date = platform.now()): string {
    const ms = new Date(moment).getTime() - now.getTime();
    return ms >= 0 ? t("time.left", { span: span(ms) }) : t("time.over", { span: span(-ms) });
  }

  /** A name that exists in both languages. */
  const named = (thing: { nameZh: string; nameEn: string }) =>
    locale.value === "zh" ? thing.nameZh : thing.nameEn;

  return {
    locale: computed(() => locale.value),
    t,
    at,
    ago,
    left,
    named,
    errorWords: (code: string) => sayError(locale.value, code),
  };
}
