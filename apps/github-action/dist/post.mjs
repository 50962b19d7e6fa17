import {
  runPost
} from "./chunks/chunk-OD34W6AC.mjs";

// action:post
await runPost();
