#pragma once

#include <vector>

namespace leadlight {

class Page;
class Session;

// Every page of the window, in the order of the side panel and of Alt+1 to 6. The caller owns them.
std::vector<Page*> makePages(Session& session);

}  // namespace leadlight
