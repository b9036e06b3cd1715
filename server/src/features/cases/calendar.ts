import chineseDays from "chinese-days";
import type { WorkCalendar, WorkSession } from "@gongzhi/shared/cases";

/** The days a limit may touch are asked for again and again; the answer for a day never changes while we run. */
const known = new Map<string, boolean>();

/** Whether this day, `yyyy-mm-dd`, is worked on: holidays and make-up workdays (调休) as the State Council set them. */
function isWorkday(day: string): boolean {
  const answer = known.get(day) ?? ask(day);
  known.set(day, answer);
  return answer;
}

function ask(day: string): boolean {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  // The package reads a date's local fields, so the day is handed over as local noon, whatever the machine's zone.
  return chineseDays.isWorkday(new Date(year, month - 1, date, 12));
}

/**
 * The work calendar of the mainland with these office hours. Days of years whose holidays are not announced yet count
 * as plain weekdays; limits are computed when a move is made, so an announcement counts from the next move on.
 */
export const workCalendar = (sessions: readonly WorkSession[]): WorkCalendar => ({ isWorkday, sessions });
