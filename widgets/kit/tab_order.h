#pragma once

class QWidget;

namespace leadlight {

// Widgets made when a window stands already come last in its tab order. This brings those inside `part` to where `part`
// itself has its place.
void keepTabOrder(QWidget& part);

}  // namespace leadlight
