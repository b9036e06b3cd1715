import { record, recorded, settle, WxFailure, type Callbacks, type World } from "./answer.ts";

interface ModalOptions extends Callbacks {
  title?: string;
  content?: string;
  editable?: boolean;
  showCancel?: boolean;
}
interface SheetOptions extends Callbacks {
  itemList: string[];
}

/** A sheet shows six items and refuses more. */
const MOST_ITEMS = 6;

/** Toasts, dialogs and action sheets, answered by the person holding the phone. */
export function dialogApis(world: World) {
  const { holder } = world.phone;
  return {
    ...recorded(world, ["showToast", "hideToast", "showLoading", "hideLoading"]),
    showModal(options: ModalOptions) {
      record(world, "showModal", options);
      return settle(world, "showModal", options, async () => {
        const answer = await holder.confirms(options);
        const confirm = answer !== false || options.showCancel === false;
        return { confirm, cancel: !confirm, content: typeof answer === "string" ? answer : null };
      });
    },
    showActionSheet(options: SheetOptions) {
      record(world, "showActionSheet", options);
      return settle(world, "showActionSheet", options, async () => {
        const { itemList } = options;
        if (itemList.length > MOST_ITEMS)
          throw new WxFailure("parameter error: itemList should not exceed 6 items");
        const tapIndex = await holder.picks(itemList);
        if (tapIndex === null) throw new WxFailure("cancel");
        return { tapIndex };
      });
    },
  };
}
