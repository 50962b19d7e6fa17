import {
  runPost
} from "./chunks/chunk-TDI5WZGB.mjs";

// action:post
await runPost();
