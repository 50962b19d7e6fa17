import {
  runPost
} from "./chunks/chunk-DVEKINOU.mjs";

// action:post
await runPost();
