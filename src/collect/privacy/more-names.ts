// More first names and surnames, by the languages that are spoken at home in Sweden, chosen as those in names.ts are: what the name statistics of
// Statistics Sweden count many of, spelt as they are spelt here. None of them is a Swedish word as well.
import { wordSet } from "./word-set.ts";

export const MORE_FIRST_NAMES = wordSet(`
  Aaden Aarne Aarno Aatu Abbas Abdalla Abdallah Abdelkader Abdelrahman Abdifatah Abdihakim Abdikarim Abdinasir Abdirahim Abdirahman Abdirashid
  Abdisalam Abdiweli Abdulaziz Abdulkadir Abdullaahi Abdullahi Abdulrahman Abeba Abebe Abolfazl Abraha Abrahaley Abrehet Abshir Acke Adamina Addy   Adham Adhanom Adiam Adib Admira Adnana Adriana Adrianna Afrim Afsaneh Afshin Agata Agim Agit Ahlaam Ahlam Ahmadreza Ahmet Ahti Aida Aila Aimal Airi
  Ajla Ajmal Ajna Ajša Akbar Aki Akil Aksel Alaa Albana Albulena Alejandra Alejandro Aleksei Aleksej Aleksi Aleksy Alem Alemnesh Alexei Alfhild Alicja
  Alina Alireza Almaz Almir Almira Alper Amaal Aman Amanuel Amela Amer Amha Amin Amine Amira Amirali Amirhossein Amjad Amleset Ammar Amporn
  Amra Amrit Anab Anahita Anastasia Anatolij Anchalee Andrea Andreea Andrei Aniela Anil Anja Anjali Ann-Britt Ann-Kristin Ann-Louise Ann-Mari
  Anna-Greta Anna-Lisa Anna-Maria Anna-Stina Annikki Anong Anshelm Antero Antonia Anu Aranya Arber Arbnora Arda Ardian Ardita Aregash Arezoo Ari
  Arijana Arja Arjun Arlind Armina Armita Arsalan Artan Artem Arto Arvin Arwa Arzu Asaad Asad Ashkan Asif Asko Asma Asmaa Asmerom Asmir Assad
  Assar Astrit Atefeh Atle Aulis Avin Avni Awad Awara Awet Awin Aws Ayaan Ayanle Ayham Aylin Ayse Aysel Aysun Aytekin Ayşe Azadeh Azar Azeb Aziza Azra
  Azza Babak Badr Bahaa Bahar Bahareh Bahman Bahta Bajram Balwinder Baran Barbara Baris Bartek Bartosz Bartłomiej Barış Basem Bashiir Bashkim Basma
  Batoul Bawar Bayan Beatrice Beatriz Behar Behnam Behnaz Behrang Behzad Bekele Bereket Berfin Berhane Berhe Berivan Berk Berkay Besart Besim Bestoon
  Bijan Biniam Birhane Biruk Bisrat Bjarne Blerim Blerta Boban Bobo Bodil Bogdan Bogumila Bohdan Bojana Borys Bozena Bożena Branislav Branka Branko
  Britt-Inger Bulent Burak Burim Busaba Bushra Bülent Cabdi Cagla Camelia Canab Canan Cansu Carmen Catalina Celina Ceren Cetin Challe Chanida Chatchai
  Chiman Chra Chrille Claudia Constantin Crille Cristian Curt-Erik Czeslaw Czesław Daahir Dagge Dahir Dalal Dalibor Damjan Daniat Danica Daniela
  Danijela Danuta Daoud Dara Dardan Darius Dariush Dariusz Darya Davood Dawid Dawit Deepak Deeqa Dejana Dejen Delal Delshad Denis Denys Deqa Deqo
  Derya Diaa Diellza Dilek Dima Dinko Ditte Diyar Djordje Dlovan Dmytro Dolores Dorota Dragoslav Drazen Dražen Drita Driton Duangjai Dubravka
  Dunya Dusko Duško Dzenan Dzenana Dzenita Dževad Ebban Ebrahim Ebru Ebtisam Edin Edina Edita Edmund Edo Edona Edvard Edyta Eero Eeva Eevi Efrem Egzon
  Eija Eila Eilert Eino Ekaterina Elaheh Elena Elham Elif Elira Elli Elma Elmedina Elna Elnaz Elof Elsabet Elsy Elvir Elvis Elzbieta Elżbieta Emad
  Emina Emine Emmeli Emrah Emre Emrik Enar Endrit Enisa Enrique Ensio Enver Ephrem Erblin Erdal Erdogan Ergin Erhan Erkan Erkki Ermal Ermias Ermin
  Erol Esad Esin Esko Esmail Esra Esteban Eva-Maria Eva-Marie Evald Everth Evgenij Evin Ewelina Ewelyna Eyasu Eyob Fabbe Fadel Fadia Faduma Faezeh
  Fahad Faiza Faizah Farah Fardowsa Fares Farhiya Fariba Fariborz Farideh Farouk Farrokh Farshad Fartun Faruk Farxiya Farzad Farzana Farzaneh Fatemeh
  Fathi Fatih Fatlum Fatma Fatmir Fatos Fawzi Felipe Fereidun Fereshteh Ferhad Feride Fernanda Fernando Fida Figge Fikret Fikreta Filiz Filmon Filsan
  Firouzeh Fisnik Fisseha Flamur Florent Francisco Franciszek Frasse Fredda Fredy Freshta Freweyni Frideborg Fthawi Gabbe Gabriela Galina
  Gazmend Gerhard Germund Ghada Ghasem Ghassan Ghazal Ghazaleh Ghebre Gheorghe Ghirmay Gholam Gillis Girmay Gisela Goitom Gokhan Golnaz
  Gonzalo Gordan Gordana Gosia Grazyna Grażyna Gudny Guillermo Gulalai Gulay Guled Gulistan Gun-Inger Gun-Marie Gunborg Gunhild Gunne Gunvor Gurpreet
  Gurra Gustaf-Adolf Gustavo Gusten Gökhan Gönül Göta Gül Gülay Gülcan Güler Gülsen Gülten Habiba Habibullah Habtom Hadar Hadas Hadeel Hagos
  Haidar Haifa Haile Hailemariam Hajar Hakan Halima Halime Halina Halvar Halvard Halyna Hamad Hamdi Hamidreza Hamidullah Hanaa Hanan Hande Hani
  Hannele Hannu Hardi Haroun Harpreet Harri Hartvig Hatice Hatidza Havin Havva Hawar Hawo Hayat Hazem Hazhar Hector Hedayatullah Hediyeh Heidi Heli
  Helin Helmi Helmut Helny Helvi Hemin Henok Henryk Herbert Hermann Hermela Hermon Hervor Hibaq Hibo Hien Hilkka Hinda Hirut Hisham Hiwa Hiwet Hjördis
  Hoang Hooda Hooman Hossein Houda Hubert Huda Hulda Humayun Huong Huriye Hülya Hüseyin Ignacio Ihab Ihor Iina Iiris Ikram Ilham Ilhan Ilija Ilijana
  Ilir Ilkay Ilkka Ilmari Ilpo Ilse Ilyas Inaam Indira Inez Inga-Britt Inga-Maj Ingmar Ingrid-Marie Inkeri Intisar Ioana Ionut Ipek Iqra Iraj
  Irena Ireneusz Irja Irmeli Irshad Iryna Isabel Isaias Isidor Ismet Ismo Isra Israa Isuf Ivica Ivona Iwona Izabela Jaakko Jaana Jaber Jadranka
  Jadwiga Jafar Jalal Jalil Jamil Jamila Jana Janina Jarkko Jarno Jaroslaw Jarosław Jasim Jasmina Jasna Jaswinder Javad Javier Jawad Jeppe Jerka
  Jeton Jibril Jintana Jiraporn Jiyan Joaquin Jojje Jolanta Joni Jonna Jorma Jorun Jossan Joud Jouko Jovan Jovana Jozefa Juha Jukka-Pekka Julio
  Juliusz Julle Jumana Justyna Jwan Jyrki Kaan Kaarina Kadhim Kadir Kadriye Kahsay Kaija Kaisa Kaisu Kajin Kalervo Kaltrina Kaltun Kambiz Kamil
  Kamila Kamon Kamran Kanchana Kanokwan Karam Kari-Pekka Karima Karimullah Karin-Marie Karl-Ivar Karol Karwan Kateryna Katri Katrin Kattis Kauko Kaveh
  Kawthar Kazem Kazimierz Kebede Keijo Kenan Kent-Åke Kenta Kenth Kerem Kerstin-Marie Kerttu Keyvan Khadar Khaldoun Khalid Khalil Khanda Khanh Khosrow
  Kiana Kibrom Kidane Kieu Kiflom Kimia Kimmo Kinga Kiran Kirill Kirsi Kisanet Kittipong Kjell-Arne Kjell-Erik Kjell-Åke Klabbe Koray Korkmaz Kreshnik
  Krystian Krystyna Ksenia Ksenija Kubra Kujtim Kurdo Kurre Kyllikki Laddawan Lahja Lakshmi Laleh Lallo Lamai Lamia Lars-Gunnar Lars-Ove Latifa
  Lauri Lech Leena-Maija Leif-Åke Lemlem Lempi Lennarth Lesya Leszek Letebrhan Levent Leyla Liban Lidia Liiban Liisa Linh Linkan Liridon Lirije
  Lisbet Lise-Lott Liudmila Ljiljana Ljubica Ljubomir Ljudmila Lollo Lorena Lorens Lotten Luam Lubna Ludde Lujain Lukasz Lukke Luljeta Lulzim Lwam
  Lydia Lyudmyla Maarit Maciej Macke Maddan Magda Maha Mahad Mahboob Mahin Mahmut Mahnaz Mahsa Mahtab Mahyar Maida Maija Maija-Liisa Maj-Gun Maj-Lill
  Majd Majida Majvor Maksym Malak Maliheh Malkolm Malwina Manal Mandana Mange Manjit Manpreet Maral Marcela Marcelo Marcin Margret Mari-Anne Marijana
  Marinko Mariola Marisol Mariya Marja-Leena Marja-Liisa Marjan Marjatta Marjo Marjut Markku Marlena Marta Martti Marwa Marwan Maryan Marzena Masooma
  Masoumeh Masud Mathis Matias Mats-Ola Matts Maud Mauno Mauri Maysa Mayuree Mazen Małgorzata Medhanie Mehari Mehran Mehrdad Mehrnaz Mehrnoosh
  Mekonnen Melat Melek Meltem Meral Mergim Merhawi Merima Merja Meron Mersad Mersiha Mert Mervi Meseret Mesut Metin Mevlüt Michal Michał Midhat
  Mieczyslaw Mihaela Mihret Miikka Mikal Milad Mildred Milena Milenko Milica Miljana Milorad Mimmi Mimoza Minh Minoo Miodrag Miray Mircea Mirela
  Mirjami Mirko Miroslaw Mirosław Mirsad Mirsada Mirwais Mizgin Mladen Moayad Moaz Mogge Mohan Mohanad Mohsen Mojgan Monserrat Morteza Mukhtar Mulki
  Mulugeta Muna Munir Munira Muntaha Muris Mursal Mussie Mustapha Mykhailo Mykola Müge Nabila Naciima Nadezhda Nadiia Nadine Nadira Naghmeh Nahom
  Naima Najah Najat Najib Najibullah Najla Najma Nancy Nanne Nanthida Napaporn Nardos Naree Nareen Nargis Narin Naser Nasim Nasir Nasr Nasra Nasrullah
  Nastaran Nasteho Nastja Natcha Natnael Nattaporn Naveed Nawal Nazanin Nazdar Nazia Nazli Nebojsa Nebojša Necati Nechirvan Necla Neda Nedim Nedžad
  Negar Negin Neha Nermin Nermina Nesrin Nevena Nevin Newroz Nexhmije Nhung Nicke Nicolae Nihad Nihat Niilo Niina Nikolina Nilgün Nilofar Niloofar
  Niloufar Nils-Åke Ninni Nittaya Niusha Nongnuch Noorullah Nooshin Noura Nouri Nuha Nuradin Nuray Nurcan Nuri Nurten Nusrat Nuur Oanh Obaida Ogge
  Ognjen Oguz Oktay Ola-Per Olavi Oleg Oleh Oleksandr Oleksandra Olena Olha Oline Olivera Oliwia Olli Omran Onni Onur Oranuch Orathai Orhan Orvokki
  Osama Oskari Osmo Osse Ottilia Outi Ozan Paavo Pablo Paola Parastoo Parham Parvaneh Parveen Parvin Parwana Pasi Patcharin Patricia Patrycja Patryk
  Pauli Pavlo Paweł Payam Pedram Pelin Pentti Per-Arne Per-Ola Per-Olov Per-Åke Pertti Peshawa Petar Petri Petsson Peyman Phatcharee Phuong Piia
  Pimchanok Pinar Pirkko Pirre Pooja Pooya Pouria Pouya Prakash Pranee Prapaporn Prasert Preecha Priya Przemyslaw Przemysław Putte Päivikki Qadar Qais
  Qasim Quang Quoc Quynh Rabia Radmila Radoslav Radoslaw Radu Rafal Rafał Raffe Raghad Ragnvald Raha Rahel Rahimullah Rahma Rahmatullah Rahmo Rahul
  Rahwa Raija-Liisa Raili Rajesh Rakesh Ramazan Ramez Ramiza Ramon Ramtin Ranko Raquel Rasha Rashad Rashed Rasim Ratko Rattana Rauha Rauni Ravi
  Rawa Rawan Razan Razia Rebaz Rebwar Recep Reem Refik Reijo Reinhold Remzi Renas Rexhep Reyhaneh Rezan Riad Ribwar Ricke Rifat Rigat Rigmor
  Riikka Riitta Rinor Riyad Rizgar Robbe Robel Robiel Roda Roine Rojan Rojda Rojin Roksana Rolf-Erik Rolle Ronahi Roozbeh Rosario Rose-Mari Rosemarie
  Rosmari Roxana Roya Rozhin Ruba Rukhsana Rula Rungnapa Runo Ruslan Rusmir Ryszard Saad Saara Saba Sabah Sabahudin Saber Sabit Sadije Sadik Saeed
  Saeid Safa Safaa Safet Sagal Sahal Sahand Sahar Saida Saido Saif Saija Saila Sajad Sajjad Sakda Sakina Salado Salih Salme Salvador Salwa Samaneh
  Samar Samia Samrawit Samson Sana Sanaa Sanel Sanela Sanja Sanjay Sanna-Maria Sanni Saowanee Satu Saul Sawsan Sazan Saša Sebastián Sebbe
  Sediqa Sefik Sejla Selam Selamawit Selcuk Selin Selçuk Semere Semhar Semir Semra Senada Senait Sennait Sepehr Sepideh Serap Serdar Sergei Sergey
  Serhat Serhii Serkan Setareh Sevda Seved Sevgi Sevim Shabana Shabnam Shadia Shafiqa Shahab Shahad Shahid Shahla Shahram Shahriar Shahrzad Shaima
  Shanti Shatha Shayan Shefqet Shewit Shilan Shima Shkelzen Shler Shohreh Shpend Shpresa Shqipe Shukri Shukria Shwan Sibel Sigfrida Siggan Signhild
  Sigrun Siham Sima Simin Sinan Sini Sinikka Sirikit Sirilak Sirkka Sirkka-Liisa Sirwan Sium Sivert Skender Slavica Slavko Slawomir Slobodanka Snezana
  Snežana Sofía Sohaila Soheil Soheila Sohrab Soile Soledad Solomon Sombat Sommai Sompong Somporn Somsak Songül Soraya Sorin Srdjan Srđan Stanislaw
  Stanisław Stefania Sten-Erik Sten-Ove Stevan Stickan Stig-Arne Stig-Åke Stoffe Stojanka Suada Sucdi Suha Suhail Sukanya Sulaiman Suleekha Suleiman
  Suleyman Suljo Sumaya Sunil Sunisa Sunita Supap Suphaporn Surasak Suvad Suvi Suzan Svanhild Svempa Sven-Arne Sven-Åke Sylwia Süleyman Sławomir
  Tadese Tadeusz Tahani Taher Tahir Taina Taisto Talal Tamara Taner Tapani Taraneh Taras Tarja Tarkan Tarmo Tasnim Tatjana Tauno Tayfun Tayyab Teddy
  Tedros Teija Tekle Teklu Temesgen Teodora Teresa Terje Terttu Tesfalem Tesfay Tesfaye Tesfazghi Tessan Tetiana Teuta Teuvo Tewodros Thaer Thanh Thao
  Thaweesak Thongchai Thure Thuy Thyra Tigist Tigisti Tihomir Tiina Tirhas Titti Tjorven Toini Toivo Tolga Tomislav Torborg Torgil Torleif Totte Trang
  Trinh Tsegay Tsehay Tsigereda Tuan Tugba Tuija Tuncay Tuomo Turgut Tuulikki Tuyet Tyyne Ubah Ubon Uffe Ufuk Ugur Ulla-Maj Ulrik Umut Urai
  Urszula Usman Vadim Vadym Valbona Valdrin Valentin Valentina Valentyna Valeriia Valfrid Vappu Vasile Vedad Vedran Veijo Velimir Vendla Vesa
  Vesna Vian Vickan Vicke Viggan Vijay Viktoriia Viljo Violeta Viorica Vitalii Vitalij Viveca Vivi-Ann Viyan Vjosa Vladan Vlado Vlora Voitto Vojislav
  Volkan Vuk Vyacheslav Väinö Wafa Wafaa Wahid Wahida Waleed Walle Wanda Wanida Wannapa Warsan Wassim Weldu Weronika Widad Wieslaw Wiesława Wilai
  Wilhelmina Wille Winta Wioletta Wipa Wissam Witold Wladyslaw Wojtek Władysław Xezal Xhevat Ximena Yahia Yahye Yakup Yalcin Yalda Yana Yara Yaroslav
  Yasemin Yashar Yasir Yasmeen Yavuz Yazan Yeliz Yesim Yevhen Yildiz Yilmaz Ylli Ylwa Yngwe Yodit Yohana Yohannes Yolanda Yonas Yordanos Younis Yousif
  Yrjö Yulia Yuliia Yupin Yuri Yurub Yusra Zabihullah Zacke Zafar Zaher Zahir Zakariya Zamzam Zana Zanyar Zarghona Zarko Zaynab Zbyszek Zdzislaw Zebib
  Zeeshan Zehra Zeina Zekarias Zekeriya Zeki Zeljko Zerya Zewdi Zeynab Zeynep Zhanna Zhila Ziba Zijad Zilan Zinar Ziyad Zlata Zofia Zohreh Zorica
  Zosia Zubair Zuhair Zuzanna Zygmunt Åke-Lennart Åsis Özlem Đorđe Łukasz Şükrü Žarko Željko
`);

export const MORE_SURNAMES = wordSet(`
  Aalto Abdallah Abdelrahman Abdirahman Abdulkadir Abdullah Abdullahi Adan Aden Adolfsson Afshar Aguilar Ahlm Ahmadzai Akbari Akhtar Aksoy Aktas Akyol
  Al-Ali Al-Hassan Al-Jabouri Al-Khafaji Al-Saadi Alami Alavi Alawi Alfredsson Alizadeh Almeida Almgren Alvarez Amini Amiri Ankarberg Annerstedt
  Arnell Arslan Asadi Aslan Asplund Axén Aydin Aydın Azimi Azizi Babic Babić Bajric Bakr Barre Bayram Bašić Begic Begić Bekele Bergfors Bergkvist
  Bergstedt Berhane Berisha Bilgin Björnberg Bolin Bozkurt Brandt Brodin Brolin Broman Bui Bylund Bäckström Carlberg Castillo Cederberg Cederholm Cetin
  Chaudhry Chavez Choi Cinar Cruz Dabrowski Dalén Dang Danho Danielsson Darwish Dedic Degerman Demirel Diaz Dinc Dogan Doğan Dudek Duong Dąbrowski
  Edin Edvall Ehn Ekdahl Ekelund Ekholm Elfström Elmi Engberg Engblom Enström Erdem Erdogan Fadel Fagerlund Fagerström Falkenberg Faraj Fernandez
  Flodin Flores Forsell Forssell Franzén Fridh Fridén Garcia Gashi Gebremariam Ghafouri Ghebremedhin Ghorbani Gomez Gonzalez Graaf Grabowski Gradin
  Grahn Granath Granlund Granström Grundström Guled Gunes Gustavsson Gutierrez Göransson Güneş Habib Habte Hadi Hadzic Hadžić Hagberg Hagman Haile
  Hakimi Halilovic Hallberg Hallgren Hamid Hammarström Hamza Hansson Haque Harun Hasan Hashi Hassani Hedenberg Hedman Hedström Heidari Heikkilä
  Heikkinen Heinonen Hellgren Hellman Hellqvist Henriksson Hernandez Hersi Hiltunen Hjelm Hjerpe Hoang Holmlund Hosseinzadeh Hoxha Hussaini Huynh
  Häggström Höglund Högström Ingvarsson Iqbal Islami Israelsson Issa Ivanov Ivanova Jaber Jablonski Jafari Jankovic Jankowski Johnsson
  Jokinen Jonasson Josefsson Järvinen Kaczmarek Kahsay Kaminska Kaminski Kamiński Kaplan Karaca Karadag Karim Karimi Karjalainen Karlsen Kazemi Kebede
  Khalaf Khalid Khoury Kidane Kihlberg Kilic Kinnunen Kjellberg Kjellgren Kling Koc Koivisto Koskinen Kovac Kovač Kowalczyk Kowalska Kozlowski
  Kozłowski Koç Krasniqi Krawczyk Kurt Kwiatkowski Kılıç Laakso Laaksonen Lagerberg Lahtinen Laine Laitinen Landin Landström Larsén Lehtinen Lehtonen
  Leppänen Lewandowski Lidström Lidén Liljeblad Lindell Linder Lindfors Lindmark Lindroos Lindskog Lindén Ljungberg Ljunggren Ljungqvist Ljungström
  Lopez Lozano Lundell Lundén Löfqvist Magnusson Mahdi Mahmood Malki Malmgren Malmqvist Malmström Manninen Markovic Marković Martinez Martinsson
  Mattila Mazur Mebrahtu Mehari Mendoza Miah Michalski Miettinen Mirza Moghaddam Mohammadi Mohamud Mohseni Moradi Morales Moreno Morina Mossberg
  Mousavi Mujic Munoz Mustafa Mustonen Mäkelä Månsson Möller Naser Nasiri Nazari Noori Nordgren Nordlund Nordqvist Norgren Norlin Norrman Novak
  Nowakowski Nowicka Nur Nuur Nyholm Nylander Nylund Nyqvist Näslund Odén Ojala Olausson Olofsson Omar Omeri Ortiz Osmani Ozdemir Ozturk Palmgren
  Palmqvist Parment Pavlovic Pavlović Pawlowski Pereira Perez Pham Phan Piotrowski Pitkänen Polat Popa Popescu Popović Pålsson Qasim Qureshi Rahman
  Rahmani Ramadani Ramirez Rantanen Rasheed Rashidi Rehn Reyes Rezaei Rezaie Ringström Risberg Rivera Roble Rodriguez Rojas Romero Rosenberg Rosengren
  Rostami Rosén Ruiz Rydberg Rydén Räsänen Saarinen Sabri Sadeghi Saeed Safi Sahin Sahlberg Sahlin Salminen Salonen Sanchez Sandell Sandgren Sandin
  Sandoval Sandqvist Santos Savolainen Sayed Selander Sellin Shabani Shah Shahbazi Sharif Sharifi Shehu Silva Simsek Singh Sjödin Sjöholm Skenderi
  Skoglund Soltani Stankovic Stanković Stenberg Stenström Strömqvist Stålberg Sundell Sundin Svanberg Svanström Svedin Swärd Szymanski Szymański
  Säfström Söderlind Söderqvist Tadic Tahir Tahiri Tegnér Tekle Tesfamariam Tesfay Tesfaye Thelin Thorell Thulin Tjernström Todorovic Tornberg Torres
  Torstensson Tran Tuominen Turan Turunen Tägtström Ullberg Vallin Vargas Vasquez Vestin Väisänen Väänänen Wahlberg Wahlgren Wahlström Wedin
  Weldemichael Welin Wennberg Wennerström Wernersson Westerberg Westergren Westin Westlund Wieczorek Wigren Wiklander Wikman Winberg Wisniewska Wojcik
  Wongsakul Wozniak Woźniak Wójcik Yaghoubi Yavuz Yildirim Yildiz Yohannes Yousef Yousif Yıldırım Yıldız Zahedi Zajac Zając Zaman Zamani Zekovic
  Zeqiri Zielinska Zielinski Zieliński Zivkovic Zoric Åhlander Åhlén Åhman Åkerberg Åkerström Ålander Åslund Åstrand Ödman Öhlund Östberg Österman
  Östling Östman Özcan Özdemir Özer Şahin
`);
