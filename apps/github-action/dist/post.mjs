import {
  runPost
} from "./chunks/chunk-L7ICSBA5.mjs";

// action:post
await runPost();
