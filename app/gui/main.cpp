#include <QApplication>

#include "app/gui/start.h"

int main(int argc, char** argv) {
  leadlight::prepareEnvironment();
  QApplication app(argc, argv);
  return leadlight::start(app);
}
