#include "app/gui/pages.h"

#include "app/gui/calls/calls_page.h"
#include "app/gui/charts/charts_page.h"
#include "app/gui/files/files_page.h"
#include "app/gui/leads/leads_page.h"
#include "app/gui/score_lead/score_lead_page.h"
#include "app/gui/scoring/scoring_page.h"

namespace leadlight {

std::vector<Page*> makePages(Session& session) {
  return {
      new FilesPage(session), new ChartsPage(session),  new LeadsPage(session),
      new CallsPage(session), new ScoringPage(session), new ScoreLeadPage(session),
  };
}

}  // namespace leadlight
