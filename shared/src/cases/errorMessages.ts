import type { caseErrors } from "./errors.ts";

/** Why something about a case is refused, in words. */
export const zh = {
  "error.case.not_found": "没有这个办件，或者您没有查看权限。",
  "error.case.move_not_yours": "这一步不由您来办。",
  "error.case.wrong_status": "办件现在的状态不能做这一步，页面已更新。",
  "error.case.moved_meanwhile": "刚才有人先办了一步，页面已更新，请看过后再办。您写的内容还在。",
  "error.case.move_incomplete": "还有必填的内容没有填。",
  "error.case.evidence_needed": "这类事件办结要有现场照片。",
  "error.case.already_asked": "这个环节已经要求补充过一次了。",
  "error.case.not_for_grid": "这类事件网格不能自办，请由指挥室交办。",
  "error.case.not_withdrawable": "特急事件关系安全，不能撤回。",
  "error.case.dispute_too_late": "办结已超过 15 天，不能再提异议。",
  "error.case.disputed_enough": "已经提过两次异议，之后由区县复核。",
  "error.case.unit_unknown": "没有这个承办单位。",
  "error.case.place_needed": "请选择事情发生的地方。",
  "error.case.photo_unknown": "有照片没有上传成功，请重新添加。",
  "error.case.no_call_consent": "诉求人没有同意电话联系。",
  "error.case.too_long": "这个办件的记录已满，请联系指挥室。",
} satisfies Record<`error.${keyof typeof caseErrors}`, string>;

export const en: Record<keyof typeof zh, string> = {
  "error.case.not_found": "There is no such case, or you may not see it.",
  "error.case.move_not_yours": "This step is not yours to take.",
  "error.case.wrong_status": "The case is no longer in a state that allows this. The page has been updated.",
  "error.case.moved_meanwhile":
    "Somebody was faster. The page has been updated, please look again; what you wrote is still here.",
  "error.case.move_incomplete": "Something required is still missing.",
  "error.case.evidence_needed": "This kind of case needs a photo of the result.",
  "error.case.already_asked": "Information was already asked for once at this stage.",
  "error.case.not_for_grid": "The grid cannot handle this kind itself; the command desk has to dispatch it.",
  "error.case.not_withdrawable": "An emergency concerns safety and cannot be withdrawn.",
  "error.case.dispute_too_late": "It was closed more than 15 days ago and can no longer be disputed.",
  "error.case.disputed_enough": "It has been disputed twice; the county reviews it from here.",
  "error.case.unit_unknown": "There is no such unit.",
  "error.case.place_needed": "Please choose where it is.",
  "error.case.photo_unknown": "A photo did not arrive. Please add it again.",
  "error.case.no_call_consent": "The reporter did not agree to be called.",
  "error.case.too_long": "The record of this case is full. Please ask the command desk.",
};
