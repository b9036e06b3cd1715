import { defineStore } from "pinia";
import { ref, watch } from "vue";
import { usePlatform } from "@gongzhi/shared/platform/ui";

const KEY = "workbench.sound";
/** A rising fifth, soft: frequencies in Hz, one after the other. */
const TONES = [523.25, 783.99] as const;
const TONE_SECONDS = 0.22;
const LOUDNESS = 0.08;

/** The sound of a case that arrives, on this device, once its worker has switched it on. */
export const useChime = defineStore("chime", () => {
  const { storage } = usePlatform().platform;
  const on = ref(storage.read(KEY) === "on");
  let audio: AudioContext | null = null;

  // Browsers let a page sound only after a press, so the press that switches it on is answered by it.
  watch(on, (wanted) => {
    storage.write(KEY, wanted ? "on" : "off");
    if (wanted) play();
  });

  function play(): void {
    if (!on.value) return;
    audio ??= new AudioContext();
    void audio.resume();
    TONES.forEach((frequency, turn) => sound(audio as AudioContext, frequency, turn * TONE_SECONDS));
  }

  return { on, play };
});

/** One tone that swells and fades, so that nothing clicks. */
function sound(audio: AudioContext, frequency: number, after: number): void {
  const start = audio.currentTime + after;
  const tone = new OscillatorNode(audio, { frequency });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
  volume.gain.linearRampToValueAtTime(0, start + TONE_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + TONE_SECONDS);
}
