#include "app/gui/pages.h"

#include "app/gui/files_page.h"

namespace leadlight {

std::vector<Page*> makePages(Session& session) {
  return {
      new FilesPage(session),
  };
}

}  // namespace leadlight
