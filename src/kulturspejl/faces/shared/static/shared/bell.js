// A page whose regions follow what happens at the server.
import { follow } from "/static/device/live.js";

const hall = document.querySelector("[data-bell]");
if (hall) follow(hall);
