import type { attachmentErrors } from "./errors.ts";

type Complete = Record<`error.${keyof typeof attachmentErrors}`, string>;

const zhComplete = {
  "error.photo.too_large": "照片太大了（最多 8 MB），请换一张或重新拍。",
  "error.photo.not_a_picture": "这个文件不是照片，请选择 JPG、PNG、WebP 或 HEIC 图片。",
  "error.photo.not_found": "没有这张照片，或者您没有查看权限。",
  "error.photo.link_expired": "照片链接已过期，请刷新页面。",
  "error.photo.lost": "有一张照片在本机找不到了，请重新添加。",
  "error.photo.denied": "没有得到使用相机或相册的权限。不加照片也可以提交。",
} satisfies Complete;

export const zh = {
  ...zhComplete,
  "photo.add": "添加照片",
  "photo.count": "{n} / {max} 张",
  "photo.remove": "删除第 {n} 张照片",
  "photo.number": "第 {n} 张照片",
  "photo.previous": "上一张",
  "photo.next": "下一张",
  "photo.hint": "照片会压缩，并去掉拍摄地点等信息；只有您和办理人员能看到",
  "photo.evidenceHint": "办结照片会公开，请不要拍到人脸、车牌和门牌",
} as const;

export const en: Record<keyof typeof zh, string> = {
  "error.photo.too_large": "The photo is too large (8 MB at most).",
  "error.photo.not_a_picture": "This file is not a picture. Please choose a JPG, PNG, WebP or HEIC.",
  "error.photo.not_found": "There is no such photo, or you may not see it.",
  "error.photo.link_expired": "The link to this photo has expired. Please reload.",
  "error.photo.lost": "A photo is no longer on this device. Please add it again.",
  "error.photo.denied": "The camera and the album were not permitted. You can send it without photos.",
  "photo.add": "Add photos",
  "photo.count": "{n} of {max}",
  "photo.remove": "Remove photo {n}",
  "photo.number": "Photo {n}",
  "photo.previous": "Previous",
  "photo.next": "Next",
  "photo.hint": "Photos are shrunk and stripped of where they were taken; only you and the handlers see them",
  "photo.evidenceHint": "Photos of the result are public: no faces, number plates or door numbers, please",
};
