import { z } from "zod";

// WeChat blocks code made from text, so zod must never try.
z.config({ jitless: true });
