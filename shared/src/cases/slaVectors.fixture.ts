/** The working calendar the vectors below were made with; real holidays are data, not code. */
export const vectorCalendar = {
  holidays: ["2026-04-06"],
  makeupWorkdays: ["2026-04-11"],
};

/** Limits with the moment they end, fixing every boundary of the working-hours clock. */
export const slaVectors: readonly {
  readonly start: string;
  readonly hours: number;
  readonly clock: "working" | "natural";
  readonly due: string;
  readonly why: string;
}[] = [
  {
    start: "2026-03-13T17:30:00+08:00",
    hours: 2,
    clock: "working",
    due: "2026-03-16T10:00:00+08:00",
    why: "Friday 17:30 + 2h runs into Monday",
  },
  {
    start: "2026-03-11T11:30:00+08:00",
    hours: 1,
    clock: "working",
    due: "2026-03-11T14:00:00+08:00",
    why: "spans lunch",
  },
  {
    start: "2026-03-11T07:00:00+08:00",
    hours: 4,
    clock: "working",
    due: "2026-03-11T14:00:00+08:00",
    why: "before opening: starts 08:30, crosses lunch",
  },
  {
    start: "2026-03-14T10:00:00+08:00",
    hours: 8,
    clock: "working",
    due: "2026-03-16T18:00:00+08:00",
    why: "Saturday start: one full Monday",
  },
  {
    start: "2026-04-03T17:00:00+08:00",
    hours: 2,
    clock: "working",
    due: "2026-04-07T09:30:00+08:00",
    why: "next Monday is a holiday",
  },
  {
    start: "2026-04-10T17:00:00+08:00",
    hours: 2,
    clock: "working",
    due: "2026-04-11T09:30:00+08:00",
    why: "Saturday 11 April is a make-up workday",
  },
  {
    start: "2026-03-13T23:30:00+08:00",
    hours: 2,
    clock: "natural",
    due: "2026-03-14T01:30:00+08:00",
    why: "P1 natural clock, any time",
  },
  {
    start: "2026-03-09T08:30:00+08:00",
    hours: 40,
    clock: "working",
    due: "2026-03-13T18:00:00+08:00",
    why: "5 working days = Friday close",
  },
  {
    start: "2026-03-09T18:00:00+08:00",
    hours: 4,
    clock: "working",
    due: "2026-03-10T14:00:00+08:00",
    why: "exact closing time starts next morning",
  },
  {
    start: "2026-03-09T12:00:00+08:00",
    hours: 4.5,
    clock: "working",
    due: "2026-03-09T18:00:00+08:00",
    why: "exact lunch start",
  },
];
