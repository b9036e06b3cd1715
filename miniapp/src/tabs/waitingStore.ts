import { defineStore } from "pinia";
import { ref } from "vue";

/** How many cases wait for the worker; the tab bar shows it. */
export const useWaiting = defineStore("waiting", () => ({ count: ref(0) }));
