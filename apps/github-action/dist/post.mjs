import {
  runPost
} from "./chunks/chunk-XU2UWZ46.mjs";

// action:post
await runPost();
