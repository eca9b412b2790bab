// All that the desk of a borrowed room does: that of any room, and what a team remembers. Sent as one file.
import "/static/pages/desk.js";
import "/static/shared/appoint.js";
import "/static/shared/to_plan.js";
import "/static/facilitator/earlier.js";
