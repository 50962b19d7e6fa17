import {
  runPost
} from "./chunks/chunk-XKRTO2CY.mjs";

// action:post
await runPost();
