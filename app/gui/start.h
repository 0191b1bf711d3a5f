#pragma once

class QApplication;

namespace leadlight {

// Without a display the offscreen platform is used; without XDG_RUNTIME_DIR a temporary folder stands in.
// REQUIRES: called before the application object is made
void prepareEnvironment();

// Reads the command line, runs what it asks for and returns the exit code: 0 done, 1 failed, 2 wrong usage.
int start(QApplication& app);

}  // namespace leadlight
