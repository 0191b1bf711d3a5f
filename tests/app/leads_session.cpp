#include "leads_session.h"

namespace leadlight::testing {

QString leadFile() {
  const QString real = QStringLiteral(LEADLIGHT_SHARED "/data/x-education/Leads.csv");
  if (QFile::exists(real)) return real;
  static const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("Leads.csv")));
  if (file.open(QIODevice::WriteOnly)) {
    file.write(
        "Prospect ID,Lead Number,Lead Origin,Lead Source,Converted,TotalVisits,Total Time Spent on Website,"
        "What is your current occupation,Magazine\r\n");
    const QList<QByteArray> sources{"Google", "Reference", "Olark Chat", "Direct Traffic", "google"};
    const QList<QByteArray> occupations{"Unemployed", "Working Professional", "Select", "Student", ""};
    for (int i = 0; i < 400; ++i)
      file.write("id-" + QByteArray::number(i) + "," + QByteArray::number(660000 + i) + ",API," + sources[i % 5] + "," +
                 QByteArray::number(i % 3 == 0 ? 1 : 0) + "," + QByteArray::number(i % 12) + "," +
                 QByteArray::number((i * 37) % 2000) + "," + occupations[(i / 7) % 5] + ",No\r\n");
  }
  return file.fileName();
}

}  // namespace leadlight::testing
